import { findLicenceConflicts } from '@/lib/corpora/licences/model'
import { offeredDestinations } from '@/lib/exports/deliver-export'
import { describeSources } from '@/lib/exports/describe-sources'
import { findFormat } from '@/lib/exports/formats/find-format'
import { exportRunJob } from '@/lib/exports/jobs'
import {
  type Destination,
  type ExportFormat,
  type ExportOptions,
  exportOptionsSchema,
} from '@/lib/exports/model'
import { readExport } from '@/lib/exports/queries'
import { refuseUnreleased } from '@/lib/exports/refuse-unreleased'
import type { ExportDetail } from '@/lib/exports/schema'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { startJob } from '@/lib/platform/jobs'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { recipeSchema } from '@/lib/synthesis/model'

/** Orders the files of a finished run that was released, in a trainer's format: a worker writes them. */
export async function startExport(
  actor: ProjectActor,
  input: { run: number; format: ExportFormat } & Partial<ExportOptions>,
): Promise<{ export: ExportDetail; jobId: string }> {
  requireRole(actor, 'lead')
  const run = await findFinishedRun(actor, input.run)
  refuseUnreleased(run)
  const options = exportOptionsSchema.parse(input)
  refuseUnfit(input.format, options)
  const conflicts = await refuseUnconfirmed(run, options)
  const { id, jobId } = await db.$transaction(async (tx) => {
    const projectId = actor.project.id
    const { id } = await tx.export.create({
      data: { projectId, runId: run.id, format: input.format, options, createdById: actor.id },
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
      data: { run: run.number, format: input.format, ...told(options, conflicts), jobId },
    })
    return { id, jobId }
  })
  return { export: await readExport(actor, { export: id }), jobId }
}

/** What a later reader of the audit log asks: where the files went, and why the licences were no hindrance. */
function told(
  { destination, licence, licenceReason }: ExportOptions,
  conflicts: readonly { licence: string }[],
) {
  const asked = conflicts.map((one) => one.licence)
  return {
    destination: placeOf(destination),
    licence,
    ...(asked.length ? { against: asked, licenceReason } : {}),
  }
}

function placeOf(destination: Destination): string {
  if (destination.to === 'gloss') return 'gloss'
  return `${destination.to}:${destination.to === 's3' ? destination.prefix : destination.path}`
}

function refuseUnfit(format: ExportFormat, options: ExportOptions): void {
  const { gzip, layouts, writeDraftPair } = findFormat(format)
  const unfit =
    options.gzip && !gzip
      ? 'gzip'
      : !layouts.includes(options.layout)
        ? 'layout'
        : options.draftPairs && !writeDraftPair
          ? 'draftPairs'
          : null
  const params = { option: unfit ?? '', format }
  if (unfit)
    throw new AppError('invalid', `Exports as ${format} cannot have the option “${unfit}”.`, {
      reason: 'option-unfit',
      params,
    })
  const { to } = options.destination
  if (!offeredDestinations().includes(to))
    throw new AppError('invalid', `This Gloss has no destination “${to}”: its environment names none.`, {
      reason: 'destination-unset',
      params: { to },
    })
}

/** Share-alike or non-commercial sources in an export that does not say so: only for a reason that is kept. */
async function refuseUnconfirmed(run: { recipe: unknown; releaseId: string }, options: ExportOptions) {
  const sources = await describeSources(recipeSchema.parse(run.recipe), run)
  const conflicts = findLicenceConflicts(
    sources.map(({ licence }) => licence),
    options.licence,
  )
  if (conflicts.length && options.licenceReason === null) {
    const licences = conflicts.map(({ licence }) => licence).join(', ')
    throw new AppError(
      'conflict',
      `Sources ask for more than this export gives on: ${licences}. Give it a licence that does, or a reason.`,
      { reason: 'licence-unconfirmed', params: { licences } },
    )
  }
  return conflicts
}

export async function findFinishedRun(actor: ProjectActor, number: number) {
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
