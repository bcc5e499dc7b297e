import { findComparison, readComparison } from '@/lib/artifacts/comparisons/queries'
import type { ComparisonView } from '@/lib/artifacts/comparisons/schema'
import { withdrawDrafts } from '@/lib/artifacts/withdraw-drafts'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Ends a comparison: what of it still waits is withdrawn, its job is told to stop, and whose drafts they were is shown. */
export async function closeComparison(
  actor: ProjectActor,
  input: { comparison: string },
): Promise<ComparisonView> {
  requireRole(actor, 'lead')
  await db.$transaction(async (tx) => {
    const { id, state, jobId } = await findComparison(actor, input.comparison, tx)
    await tx.$queryRaw`SELECT 1 FROM comparison WHERE id = ${id}::uuid FOR UPDATE`
    if (state === 'closed') return
    const drafts = await tx.comparisonDraft.findMany({ where: { comparisonId: id } })
    await withdrawDrafts(
      tx,
      drafts.map(({ versionId }) => versionId),
    )
    await tx.comparison.update({ where: { id }, data: { state: 'closed', closedAt: new Date() } })
    await tx.jobRun.updateMany({
      where: { id: jobId, state: { in: ['queued', 'running', 'retrying'] } },
      data: { cancelAskedAt: new Date() },
    })
    await audit(tx, actor, {
      action: 'comparison.closed',
      subjectKind: 'comparison',
      subjectId: id,
      projectId: actor.project.id,
      data: { drafts: drafts.length },
    })
  })
  return readComparison(actor, input)
}
