import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { exportOptionsSchema } from '@/lib/exports/model'
import {
  type ExportView,
  listExportsEndpoint,
  readExportEndpoint,
  startExportEndpoint,
} from '@/lib/exports/schema'
import { amountIn } from './amount'
import { usageFailure } from './failure'
import type { Outcome } from './outcome'
import { call, type Server } from './server'
import { downloadFile } from './transfer'
import { waitForJob } from './wait-for-job'

export type ExportOptions = {
  project: string
  run: number
  format: ExportView['format']
  out: string
  wait: boolean
  validation?: number
  test?: number
  splitSeed?: number
  gzip?: boolean
  layout?: ExportView['options']['layout']
  draftPairs?: boolean
  licence?: string
  licenceReason?: string
  toFolder?: string
  toS3?: string
}

/** What was typed, as the server keeps it. */
function orderOf(typed: ExportOptions): ExportView['options'] {
  const { validation, test, splitSeed: seed, gzip, layout, draftPairs, licence, licenceReason } = typed
  const { toFolder, toS3 } = typed
  const parsed = exportOptionsSchema.safeParse({
    splits: { validation, test, seed },
    gzip,
    layout,
    draftPairs,
    licence,
    licenceReason,
    ...(toFolder ? { destination: { to: 'folder', path: toFolder } } : {}),
    ...(toS3 ? { destination: { to: 's3', prefix: toS3 } } : {}),
  })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw usageFailure(`${issue!.path.join('.')}: ${issue!.message}`)
}

/** Exports a run and brings its files here. An export of the same run and format is taken as it is: its bytes are the same. */
export async function exportRun(server: Server, options: ExportOptions): Promise<Outcome> {
  const { project, run, format } = options
  const order = orderOf(options)
  const begun = (await findEarlier(server, options, order)) ?? (await start(server, options, order))
  if (!options.wait)
    return { result: { export: begun }, lines: [`Exporting run ${run} as ${format} (export ${begun.id})`] }
  if (begun.state !== 'done' && begun.jobId)
    await waitForJob(server, { project, job: begun.jobId, what: `Exporting run ${run}` })
  const params = { project, export: begun.id }
  const finished = await call(server, readExportEndpoint, { params })
  const folder = path.resolve(options.out)
  await mkdir(folder, { recursive: true })
  const files: string[] = []
  for (const file of finished.files)
    files.push(await downloadFile(server, { project, export: finished.id, file, folder }))
  return {
    result: { export: finished, files },
    lines: [`${amountIn(finished.instructionCount, 'instructions')}:`, ...files],
  }
}

async function findEarlier(
  server: Server,
  options: ExportOptions,
  order: ExportView['options'],
): Promise<ExportView | undefined> {
  const { project, run, format } = options
  const { items } = await call(server, listExportsEndpoint, { params: { project }, query: { limit: 200 } })
  return items.find(
    (one) =>
      one.runNumber === run &&
      one.format === format &&
      isDeepStrictEqual(one.options, order) &&
      ['done', 'running', 'queued'].includes(one.state),
  )
}

async function start(
  server: Server,
  { project, run, format }: ExportOptions,
  order: ExportView['options'],
): Promise<ExportView> {
  const body = { ...order, run, format }
  const started = await call(server, startExportEndpoint, { params: { project }, body })
  return started.export.jobId ? started.export : { ...started.export, jobId: started.jobId }
}
