import { withdrawDrafts } from '@/lib/artifacts/withdraw-drafts'
import type { Tx } from '@/lib/platform/db'
import { refuseDecision } from '@/lib/reviews/refuse-decision'

/**
 * Takes back the guideline version that an adjudication opened, with the decision that it was part of; not once people have decided
 * anything about it.
 */
export async function withdrawCase(tx: Tx, decisionId: string): Promise<void> {
  const made = await tx.adjudication.findUnique({
    where: { decisionId },
    select: {
      openedVersion: true,
      guidelineVersion: {
        select: {
          id: true,
          number: true,
          artifact: { select: { key: true } },
          draft: { select: { state: true } },
        },
      },
    },
  })
  if (!made?.openedVersion || !made.guidelineVersion) return
  const { id, number, artifact, draft } = made.guidelineVersion
  const isDecided = await tx.decision.findFirst({ where: { versionId: id, undoneBy: null, undoesId: null } })
  if (isDecided || draft?.state !== 'waiting')
    refuseDecision({ reason: 'case-decided', params: { label: artifact.key, number } })
  await withdrawDrafts(tx, [id])
}
