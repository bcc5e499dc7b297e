import { findFormat } from '@/lib/corpora/formats/find-format'
import { suggestMapping } from '@/lib/corpora/formats/mapping/gather/suggest-mapping'
import { tryMapping } from '@/lib/corpora/formats/mapping/gather/try-mapping'
import { sampleFile } from '@/lib/corpora/formats/mapping/recognise-file'
import { isObject } from '@/lib/corpora/formats/model'
import { mappingView } from '@/lib/corpora/mappings/queries'
import { openSource } from '@/lib/corpora/open-source'
import { findUpload } from '@/lib/corpora/queries'
import { type Asked, openSample, recogniseFile } from '@/lib/corpora/recognise-file'
import type { UploadSample } from '@/lib/corpora/schema'
import { db } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

const SHOWN_RECORDS = 10
const TRIED_RECORDS = 20
const TRIED_MAPPINGS = 100

/** The first records or rows of an uploaded file, and the mappings that could read them. Writes nothing. */
export async function sampleUpload(
  actor: ProjectActor,
  input: Asked & { upload: string; path?: string | undefined },
): Promise<UploadSample> {
  requireRole(actor, 'lead')
  const upload = await findUpload(actor, input.upload)
  const { sample } = await openSample(upload, input)
  const table = await showTable(upload, input)
  const found = sampleFile(sample, input.path)
  if (!found) return { layout: null, path: '', records: [], table, suggested: null, fitting: [] }
  const { records, options } = found
  return {
    table,
    layout: options.table ? 'table' : (options.layout ?? 'lines'),
    path: options.path ?? '',
    records: records.slice(0, SHOWN_RECORDS).map((record) => shorten(record)),
    suggested: suggestMapping(records),
    fitting: await findFitting(actor, records.slice(0, TRIED_RECORDS)),
  }
}

/** The columns to choose from, where the format that the file has or was said to have knows columns. */
async function showTable(
  upload: { fileKey: string; fileName: string },
  asked: Asked,
): Promise<UploadSample['table']> {
  const reading = await recogniseFile(upload, asked).catch(() => null)
  const definition = reading && (await findFormat(reading.format))
  if (!definition?.showTable) return null
  const { packing, taskForm, options } = reading!
  return definition.showTable(await openSource(upload.fileKey, packing), { taskForm, options })
}

/** Saved mappings that read at least half of the records without a fault. */
async function findFitting(
  actor: ProjectActor,
  records: readonly unknown[],
): Promise<UploadSample['fitting']> {
  const rows = await db.importMapping.findMany({
    where: { projectId: actor.project.id },
    orderBy: { updatedAt: 'desc' },
    take: TRIED_MAPPINGS,
  })
  return rows
    .map(mappingView)
    .map(({ id, name, mapping }) => ({ id, name, mapping, share: tryMapping(records, mapping).read }))
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.share - a.share)
    .map(({ id, name, mapping }) => ({ id, name, mapping }))
}

const LONGEST = 400
const MOST_ITEMS = 12
const MOST_KEYS = 80
const MOST_DEPTH = 12

/** A record as a screen shows it: long texts, lists and depths cut. */
function shorten(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value
  if (typeof value !== 'object' || value === null) return value
  if (depth >= MOST_DEPTH) return '…'
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map((item) => shorten(item, depth + 1))
  if (!isObject(value)) return null
  const entries = Object.entries(value).slice(0, MOST_KEYS)
  return Object.fromEntries(entries.map(([key, inner]) => [key, shorten(inner, depth + 1)]))
}
