import { draftApplicationsJob } from '@/lib/artifacts/drafting/jobs'
import { refuseWhileDrafting } from '@/lib/artifacts/drafting/refuse-while-drafting'
import { requireDrafter } from '@/lib/artifacts/drafting/require-drafter'
import { ruleContentSchema } from '@/lib/artifacts/kinds/rule/content'
import { audit } from '@/lib/platform/audit'
import { db, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { startJob } from '@/lib/platform/jobs'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

export type ApplicationsOrder = {
  version: string
  ordinals?: number[] | undefined
  count: number
  seed: number
  candidates: number
}

/** Orders answers of instances under an approved rule that no transform can say. People pick among the candidates. */
export async function draftApplications(
  actor: ProjectActor,
  input: ApplicationsOrder & { connectionId: string; isBatch?: boolean },
): Promise<{ jobId: string }> {
  requireRole(actor, 'lead')
  const { connectionId, isBatch = false, version, ordinals, count, seed, candidates } = input
  const projectId = actor.project.id
  return db.$transaction(async (tx) => {
    await requireAnnotatedRule(tx, actor, version)
    await requireDrafter(tx, actor, { by: { connectionId }, role: 'annotator' })
    await refuseWhileDrafting(tx, { kind: draftApplicationsJob.name, subjectId: version })
    const jobId = await startJob(tx, actor, {
      job: draftApplicationsJob,
      projectId,
      subjectId: version,
      payload: { connectionId, isBatch, versionId: version, ordinals, count, seed, candidates },
      total: ordinals?.length ?? count,
    })
    await audit(tx, actor, {
      action: 'applications.ordered',
      subjectKind: 'version',
      subjectId: version,
      projectId,
      data: { jobId, count: ordinals?.length ?? count, candidates, connectionId },
    })
    return { jobId }
  })
}

/** Only what people have approved is applied, and only where no transform does it. */
export async function requireAnnotatedRule(tx: Tx, actor: ProjectActor, versionId: string): Promise<void> {
  const version = await tx.version.findFirst({
    where: { id: versionId, artifact: { projectId: actor.project.id, kind: 'rule' } },
    select: { content: true, draft: { select: { state: true } } },
  })
  if (!version)
    throw new AppError('not_found', 'There is no such rule in this project.', { reason: 'version-unknown' })
  if (ruleContentSchema.parse(version.content).transform)
    throw new AppError('conflict', 'This rule has a transform: it writes its answers itself.', {
      reason: 'rule-has-transform',
    })
  if (version.draft?.state !== 'approved')
    throw new AppError('conflict', 'This version of the rule is not approved. Approve it first.', {
      reason: 'rule-not-approved',
    })
}
