import type { DrafterChoice } from '@/lib/artifacts/drafting/model'
import { refuseWhileDrafting } from '@/lib/artifacts/drafting/refuse-while-drafting'
import { requireDrafter } from '@/lib/artifacts/drafting/require-drafter'
import { draftFormatsJob } from '@/lib/artifacts/jobs'
import { variants } from '@/lib/artifacts/kinds/format/drafting/variants'
import { type Again, FORMATS_SUBJECT } from '@/lib/artifacts/model'
import { carriers as allCarriers, type CarrierName } from '@/lib/formats/model'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { startJob } from '@/lib/platform/jobs'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Orders drafts of format variants for a project, several for each carrier. They are tried on its corpora: one has to be there. */
export async function draftFormats(
  actor: ProjectActor,
  input: { carriers?: CarrierName[]; again?: Again; by?: DrafterChoice; isBatch?: boolean },
): Promise<{ jobId: string }> {
  requireRole(actor, 'lead')
  const { carriers, again = 'never', by = 'miner', isBatch = false } = input
  const projectId = actor.project.id
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM project WHERE id = ${projectId}::uuid FOR UPDATE`
    const corpus = await tx.corpus.findFirst({
      where: { projectId, state: 'ready', instanceCount: { gt: 0 } },
    })
    if (!corpus)
      throw new AppError(
        'conflict',
        'Import a corpus first: formats are tried on real answers before anybody sees them.',
        {
          reason: 'no-corpus-to-try',
        },
      )
    await refuseWhileDrafting(
      tx,
      { kind: draftFormatsJob.name, projectId },
      {
        reason: 'already-drafting-formats',
        message: 'Formats are being drafted already. Watch or cancel that job.',
      },
    )
    await requireDrafter(tx, actor, { by, role: 'drafter' })
    const asked = carriers ?? allCarriers
    const total = by === 'miner' ? asked.flatMap((name) => variants[name]).length : asked.length
    const jobId = await startJob(tx, actor, {
      job: draftFormatsJob,
      projectId,
      subjectId: FORMATS_SUBJECT,
      payload: { projectId, carriers, again, by, isBatch },
      total,
    })
    await audit(tx, actor, {
      action: 'formats.ordered',
      subjectKind: 'project',
      subjectId: projectId,
      projectId,
      data: { jobId, again, by, formats: total, ...(carriers && { carriers }) },
    })
    return { jobId }
  })
}
