import { exportRunJob } from '@/lib/exports/jobs'
import type { ExportFormat } from '@/lib/exports/model'
import { readExport } from '@/lib/exports/queries'
import type { ExportView } from '@/lib/exports/schema'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { startJob } from '@/lib/platform/jobs'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Orders the files of a finished run in a trainer's format: a worker writes them. */
export async function startExport(
  actor: ProjectActor,
  input: { run: number; format: ExportFormat },
): Promise<{ export: ExportView; jobId: string }> {
  requireRole(actor, 'lead')
  const run = await findFinishedRun(actor, input.run)
  const { id, jobId } = await db.$transaction(async (tx) => {
    const projectId = actor.project.id
    const { id } = await tx.export.create({
      data: { projectId, runId: run.id, format: input.format, createdById: actor.id },
    })
    const jobId = await startJob(tx, actor, {
      job: exportRunJob,
      projectId,
      subjectId: id,
      payload: { exportId: id },
      total: run.instructionCount,
    })
    await audit(tx, actor, {
      action: 'export.started',
      subjectKind: 'export',
      subjectId: id,
      projectId,
      data: { run: run.number, format: input.format, jobId },
    })
    return { id, jobId }
  })
  return { export: await readExport(actor, { export: id }), jobId }
}

async function findFinishedRun(actor: ProjectActor, number: number) {
  const run = await db.run.findUnique({
    where: { projectId_number: { projectId: actor.project.id, number } },
  })
  const params = { number }
  if (!run)
    throw new AppError('not_found', `This project has no run ${number}.`, { reason: 'run-unknown', params })
  if (run.state !== 'done')
    throw new AppError('conflict', `Run ${number} is not finished. Export it when it is.`, {
      reason: 'run-not-done',
      params,
    })
  return run
}
