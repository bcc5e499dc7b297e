import { randomUUID } from 'node:crypto'
import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { type SomeContent, titleOf } from '@/lib/artifacts/model'
import { reopenDrafts } from '@/lib/artifacts/reopen-drafts'
import { audit } from '@/lib/platform/audit'
import { db, sql, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { notify } from '@/lib/projects/notifications/notify'
import { holdReleases } from '@/lib/reviews/hold-releases'
import { findReign, type Reign } from '@/lib/reviews/rechecks/find-reign'
import { workUnder } from '@/lib/reviews/rechecks/work-under'
import { stands } from '@/lib/reviews/stands'

/** Many drafts at once are many rows. */
const WRITTEN_WITHIN = { timeout: 60_000 }

/**
 * Sends work that was decided under the version before of a guideline back to the queue, in one deed: chosen pieces of it, or all that
 * can be. It waits again; what was decided about it stays as history.
 */
export async function sendBack(
  actor: ProjectActor,
  input: { version: string; versions?: string[] | undefined },
): Promise<{ sendingId: string; count: number }> {
  requireRole(actor, 'lead')
  const sendingId = randomUUID()
  return db.$transaction(async (tx) => {
    await holdReleases(tx, actor.project.id, 'shared')
    const reign = await findReign(actor, input.version, tx)
    const { guideline } = reign
    if (guideline.state !== 'approved')
      throw new AppError(
        'conflict',
        'Until this version is approved, the one before holds for what is decided.',
        {
          reason: 'guideline-waits',
          params: { label: guideline.key, number: guideline.number },
        },
      )
    const chosen = await holdChosen(tx, actor, { reign, versions: input.versions })
    if (chosen.length === 0 || (input.versions && chosen.length < new Set(input.versions).size))
      throw new AppError('conflict', 'Some of this is not as it was listed. Look at the list again.', {
        reason: 'work-changed',
      })
    await tx.$executeRaw`
      INSERT INTO recheck (id, project_id, sending_id, version_id, because_version_id, requested_by, was_state, was_settled_at, was_votes_after)
      SELECT gen_random_uuid(), w.project_id, ${sendingId}::uuid, w.version_id, ${guideline.versionId}::uuid, ${actor.id}, w.state,
        w.settled_at, w.votes_after
      FROM draft w WHERE w.version_id = ANY(${chosen}::uuid[])`
    await reopenDrafts(tx, chosen)
    await tell(tx, actor, { chosen, reign })
    await audit(tx, actor, {
      action: 'work.sent-back',
      subjectKind: 'version',
      subjectId: guideline.versionId,
      projectId: actor.project.id,
      data: { key: guideline.key, number: guideline.number, count: chosen.length, sendingId },
    })
    return { sendingId, count: chosen.length }
  }, WRITTEN_WITHIN)
}

/** The chosen work, locked as deciding locks it: nobody decides or changes it until the transaction ends. */
async function holdChosen(
  tx: Tx,
  actor: ProjectActor,
  { reign, versions }: { reign: Reign; versions: string[] | undefined },
): Promise<string[]> {
  const only = versions ? sql`AND work.version_id = ANY(${versions}::uuid[])` : sql``
  const open = () => tx.$queryRaw<{ id: string }[]>`
    WITH work AS (${workUnder(actor, reign)})
    SELECT work.version_id AS id FROM work WHERE recheck_id IS NULL AND held_back IS NULL ${only}`
  const wanted = (await open()).map(({ id }) => id)
  await tx.$executeRaw`
    SELECT 1 FROM artifact a WHERE a.id IN (SELECT artifact_id FROM version WHERE id = ANY(${wanted}::uuid[]))
    ORDER BY a.id FOR UPDATE`
  const still = new Set((await open()).map(({ id }) => id))
  return wanted.filter((id) => still.has(id))
}

/** Those who decided it learn that it is to be decided again, each once with the first of it. */
async function tell(
  tx: Tx,
  actor: ProjectActor,
  { chosen, reign: { guideline } }: { chosen: string[]; reign: Reign },
): Promise<void> {
  const rows = await tx.$queryRaw<
    { reviewerId: string; versionId: string; artifactId: string; kind: string; content: unknown }[]
  >`
    SELECT DISTINCT ON (d.reviewer_id) d.reviewer_id AS "reviewerId", v.id AS "versionId", a.id AS "artifactId", a.kind, v.content
    FROM decision d JOIN version v ON v.id = d.version_id JOIN artifact a ON a.id = v.artifact_id
    WHERE d.version_id = ANY(${chosen}::uuid[]) AND d.verdict IN ('approve', 'edit', 'reject') AND ${stands}
    ORDER BY d.reviewer_id, d.number`
  for (const { reviewerId, versionId, artifactId, kind, content } of rows) {
    const said = { kind, content: findKind(kind).content.parse(content) } as SomeContent
    await notify(tx, actor, {
      projectId: actor.project.id,
      to: [reviewerId],
      notice: {
        ...{ kind: 'sent-back', artifactId, artifact: kind, versionId, title: titleOf(said).title },
        why: `${guideline.key} v${guideline.number}`,
      },
    })
  }
}
