import type { db, Tx } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { expectedOf, type GoldVerdict } from '@/lib/reviews/gold/model'
import { outcomeOf } from '@/lib/reviews/model'
import { readStanding } from '@/lib/reviews/read-standing'

type Expected = {
  kind: string
  verdict: GoldVerdict
  reasonCode: string | null
  expectedVersionId: string | null
}

const SETTLED = ['approved', 'rejected', 'superseded']

/** What the decisions that stand on a version made of it; null while they leave it open. */
export async function readExpected(
  within: Tx | typeof db,
  actor: ProjectActor,
  versionId: string,
): Promise<Expected | null> {
  const { state, overlap, votes, artifact } = await readStanding(within, actor, { versionId })
  const isSettled = artifact.kind !== 'node' && SETTLED.includes(state)
  const expected = isSettled ? expectedOf(versionId, outcomeOf(overlap, votes)) : null
  if (!expected) return null
  const rejection =
    expected.verdict === 'reject' &&
    (await within.decision.findFirst({
      where: { versionId, verdict: 'reject', undoneBy: null },
      orderBy: { number: 'desc' },
      select: { reasonCode: true },
    }))
  return { ...expected, kind: artifact.kind, reasonCode: rejection ? rejection.reasonCode : null }
}
