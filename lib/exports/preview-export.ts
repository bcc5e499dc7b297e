import { stringify } from 'csv-stringify/sync'
import { findLicenceConflicts } from '@/lib/corpora/licences/model'
import { offeredDestinations } from '@/lib/exports/deliver-export'
import { describeSources } from '@/lib/exports/describe-sources'
import { guardCell } from '@/lib/exports/encodings/guard-cell'
import { findFormat } from '@/lib/exports/formats/find-format'
import type { CorpusNames, ExportedInstruction, Format } from '@/lib/exports/formats/model'
import { listDraftPairs } from '@/lib/exports/list-draft-pairs'
import { nameDataFiles } from '@/lib/exports/name-data-files'
import type { ExportOrder, ExportPreview } from '@/lib/exports/schema'
import { findFinishedRun } from '@/lib/exports/start-export'
import { readLines } from '@/lib/platform/read-lines'
import type { ProjectActor } from '@/lib/projects/model'
import { recipeSchema } from '@/lib/synthesis/model'

/** How far into a run a record is looked for that the format can hold. */
const LOOKED_AT = 2000

/** What an export of these options would be, before anything is written. */
export async function previewExport(actor: ProjectActor, order: ExportOrder): Promise<ExportPreview> {
  const run = await findFinishedRun(actor, order.run)
  const format = findFormat(order.format)
  const sources = await describeSources(recipeSchema.parse(run.recipe), run)
  const corpora = new Map(sources.map((corpus) => [corpus.id, corpus]))
  const data = nameDataFiles(order.format, format, order).map((file) => ({ ...file, rows: 0 }))
  const pairs = format.writeDraftPair ? await listDraftPairs(run.releaseId) : []
  const first = run.fileKey ? await findFirst(run.fileKey, format, corpora) : null
  const record = first ?? (order.draftPairs && pairs[0] ? format.writeDraftPair!(pairs[0]) : null)
  const others = [
    'provenance.jsonl',
    ...format.companions(data).map(({ name }) => name),
    'README.md',
    'manifest.json',
  ]
  return {
    record: record && show(record, format),
    files: [...data.map(({ name }) => name), ...others],
    commands: format.commands(data),
    sources: sources.map(({ name, licence, licenceKind }) => ({ name, licence, kind: licenceKind })),
    conflicts: findLicenceConflicts(
      sources.map(({ licence }) => licence),
      order.licence,
    ),
    draftPairs: pairs.length,
    can: {
      gzip: format.gzip,
      huggingface: format.layouts.includes('huggingface'),
      draftPairs: format.writeDraftPair !== undefined,
    },
    destinations: offeredDestinations(),
  }
}

async function findFirst(key: string, format: Format, corpora: CorpusNames) {
  let looked = 0
  for await (const lines of readLines(key))
    for (const line of lines) {
      const record = format.writeRecord(JSON.parse(line.toString('utf8')) as ExportedInstruction, corpora)
      if (record || ++looked >= LOOKED_AT) return record
    }
  return null
}

function show(record: Record<string, unknown>, { encoding, columns = [] }: Format): string {
  if (encoding !== 'csv') return JSON.stringify(record, null, 2)
  const names = columns.map(({ name }) => name)
  return stringify([names, names.map((name) => guardCell(String(record[name])))], { quoted: true })
}
