import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { type SomeContent, titleOf } from '@/lib/artifacts/model'
import { audit } from '@/lib/platform/audit'
import { db, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import { notify } from '@/lib/projects/notifications/notify'
import { attachCase } from '@/lib/reviews/adjudication/attach-case'
import { canAdjudicate } from '@/lib/reviews/adjudication/model'
import { readDispute } from '@/lib/reviews/adjudication/queries'
import type { AdjudicateDraftInput, Dispute } from '@/lib/reviews/adjudication/schema'
import { readIntent } from '@/lib/reviews/read-intent'
import { holdArtifact, readStanding, type Standing } from '@/lib/reviews/read-standing'
import { recordDecision } from '@/lib/reviews/record-decision'
import { refuseDecision } from '@/lib/reviews/refuse-decision'

/** An edit of a format is tried on a thousand answers before it counts. */
const CHECKED_WITHIN = { timeout: 30_000 }

/**
 * Settles a draft that reviewers disagree about: the lead's decision, the text that stands, the cause, the guideline's next version
 * where it has a gap, and the audit row, or nothing. The same request key again gives the first answer.
 */
export async function adjudicateDraft(
  actor: ProjectActor,
  input: AdjudicateDraftInput & { version: string },
): Promise<Dispute> {
  const { version: versionId, cause, note, guideline, ...decided } = input
  if (guideline && cause !== 'guideline-gap')
    throw new AppError('invalid', 'A guideline is changed only where the cause is a gap in it.', {
      reason: 'guideline-unconcerned',
    })
  await db.$transaction(async (tx) => {
    await holdArtifact(tx, versionId)
    const standing = await readStanding(tx, actor, { versionId, requestKey: input.requestKey })
    if (standing.sent) return firstAnswer(standing.sent, versionId)
    refuseDecision(canAdjudicate(actor, standing, input))
    const deed = readIntent({ ...decided, versionId, comment: note }, standing)
    const decisionId = await recordDecision(tx, actor, { deed, standing, role: 'lead' })
    const attached = guideline ? await attachCase(tx, actor, { standing, guideline, note }) : null
    const { id } = await tx.adjudication.create({
      data: {
        ...{ projectId: actor.project.id, versionId, decisionId, cause, note },
        guidelineVersionId: attached?.versionId ?? null,
        openedVersion: attached?.opened ?? false,
      },
      select: { id: true },
    })
    await tell(tx, actor, { standing, verdict: deed.verdict })
    await audit(tx, actor, {
      action: 'draft.adjudicated',
      subjectKind: 'version',
      subjectId: versionId,
      projectId: actor.project.id,
      data: {
        ...{ adjudicationId: id, verdict: deed.verdict, cause, kind: standing.artifact.kind },
        ...{ key: standing.artifact.key, number: standing.number },
        ...(attached && { guidelineVersionId: attached.versionId }),
      },
    })
  }, CHECKED_WITHIN)
  return readDispute(actor, { version: versionId })
}

/** The adjudication that this request key has made already. It answers for no other deed than itself. */
function firstAnswer(sent: NonNullable<Standing['sent']>, versionId: string): void {
  if (sent.versionId !== versionId) refuseDecision({ reason: 'request-key-reused' })
}

/** Those who had voted learn what came of it. */
async function tell(
  tx: Tx,
  actor: ProjectActor,
  { standing, verdict }: { standing: Standing; verdict: string },
): Promise<void> {
  const { artifact, versionId, votes } = standing
  const content = { kind: artifact.kind, content: findKind(artifact.kind).content.parse(standing.content) }
  await notify(tx, actor, {
    projectId: actor.project.id,
    to: votes.map(({ reviewerId }) => reviewerId),
    notice: {
      ...{ kind: 'adjudicated', artifactId: artifact.id, artifact: artifact.kind, versionId },
      title: titleOf(content as SomeContent).title,
      outcome: verdict === 'approve' ? 'approved' : verdict === 'edit' ? 'edited' : 'rejected',
    },
  })
}
