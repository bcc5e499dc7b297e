import { createHash } from 'node:crypto'
import { assignSplit, splitOf } from '@/lib/exports/assign-split'
import { findEncoding } from '@/lib/exports/encodings/find-encoding'
import type { RecordFile } from '@/lib/exports/encodings/model'
import { findDuplicateGroups } from '@/lib/exports/find-duplicate-groups'
import { findFormat } from '@/lib/exports/formats/find-format'
import type { CorpusNames, DraftPair, ExportedInstruction, Format } from '@/lib/exports/formats/model'
import type { ExportFile, ExportFormat, ExportOptions, SplitName } from '@/lib/exports/model'
import { nameDataFiles } from '@/lib/exports/name-data-files'
import { type ExportTally, tallyExport } from '@/lib/exports/tally-export'
import { type HashedFile, openHashedFile } from '@/lib/platform/hashed-file'
import type { JobContext } from '@/lib/platform/jobs'
import { readLines } from '@/lib/platform/read-lines'

export type Source = { fileKey: string | null; sha256: string | null; instructionCount: number }
export type Order = {
  /** The folder of the files: what their keys begin with. */
  folder: string
  format: ExportFormat
  options: ExportOptions
  corpora: CorpusNames
  draftPairs: readonly DraftPair[]
  context: Pick<JobContext, 'progress'>
}

/** The records in their format, a file for each split, and beside them where each comes from, in the order of the run. */
export async function writeRecords(
  run: Source,
  order: Order,
): Promise<{ files: ExportFile[]; tally: ExportTally }> {
  if (!run.fileKey) throw new Error('The run has no file: compose it again.')
  const { format, options, folder } = order
  const definition = findFormat(format)
  const names = nameDataFiles(format, definition, options)
  const opened = new Map<SplitName, RecordFile>()
  const provenance = await openHashedFile(`${folder}/provenance.jsonl`)
  const tally = tallyExport()
  try {
    for (const { split, name, encoding } of names) {
      const { columns = [], gzip } = definition
      const packed = { columns, gzip: options.gzip && gzip }
      opened.set(split, await findEncoding(encoding).openRecords(`${folder}/${name}`, packed))
    }
    const to = { definition, opened, provenance, tally, order }
    await copyRecords({ ...run, fileKey: run.fileKey }, to)
    await addDraftPairs(to)
    const files: ExportFile[] = []
    for (const { split, name } of names)
      files.push({ name, split, rows: tally.bySplit.get(split) ?? 0, ...(await opened.get(split)!.commit()) })
    files.push({ name: 'provenance.jsonl', rows: tally.records, ...(await provenance.commit()) })
    return { files, tally }
  } catch (error) {
    await Promise.all([...opened.values(), provenance].map((file) => file.discard()))
    throw error
  }
}

/** All of the run is read: fewer and larger steps than where somebody waits for a page. */
const READ_BYTES = 1 << 18

type Target = {
  definition: Format
  opened: Map<SplitName, RecordFile>
  provenance: HashedFile
  tally: ExportTally
  order: Order
}

async function copyRecords(run: Source & { fileKey: string }, to: Target): Promise<void> {
  const { definition, opened, provenance, tally, order } = to
  const findSplit = assignSplit(order.options.splits)
  const findGroup = await groupsFor(run.fileKey, order)
  const hash = createHash('sha256')
  const startedAt = performance.now()
  let done = 0
  const onBytes = (bytes: Buffer) => hash.update(bytes)
  for await (const lines of readLines(run.fileKey, { atOnce: READ_BYTES, onBytes })) {
    for (const line of lines) {
      done++
      const text = line.toString('utf8')
      const instruction = JSON.parse(text) as ExportedInstruction
      const dupGroup = findGroup(instruction)
      if (dupGroup !== undefined) instruction.provenance.dupGroup ??= dupGroup
      const record = definition.writeRecord(instruction, order.corpora)
      if (record === null) continue
      const split = findSplit(instruction)
      tally.add(instruction, split)
      const full = opened.get(split)!.write(record)
      if (full) await full
      const fuller = provenance.write(writeProvenance(text, { instruction, split }))
      if (fuller) await fuller
    }
    const rate = Math.round((done * 1000) / (performance.now() - startedAt))
    const step = { key: 'writingExport', params: { format: order.format, rate } }
    await order.context.progress({ done, total: run.instructionCount, step })
  }
  if (hash.digest('hex') !== run.sha256)
    throw new Error('The file of the run is not the one that was composed: compose it again.')
}

/** Texts that are nearly the same count only where there is more than one split. */
async function groupsFor(
  fileKey: string,
  { options: { splits }, context }: Order,
): Promise<(instruction: ExportedInstruction) => string | undefined> {
  if (splits.validation + splits.test === 0) return () => undefined
  return findDuplicateGroups(fileKey, (share) =>
    context.progress({
      done: 0,
      step: { key: 'comparingTexts', params: { percent: Math.round(100 * share) } },
    }),
  )
}

const PROVENANCE = ',"provenance":{'

/**
 * Where a record comes from, as a line. Most often the text of the run says it already, at the end of the record's line: between
 * its quotes no other quote stands bare, so the key is found for certain.
 */
function writeProvenance(
  text: string,
  { instruction, split }: { instruction: ExportedInstruction; split: SplitName },
): string {
  const { id, provenance } = instruction
  const at = text.indexOf(PROVENANCE)
  const isSaid = at > 0 && Object.keys(instruction).at(-1) === 'provenance'
  if (isSaid && (provenance.dupGroup === undefined || text.includes('"dupGroup":', at)))
    return `{"id":${JSON.stringify(id)},"split":"${split}",${text.slice(at + PROVENANCE.length, -1)}\n`
  return `${JSON.stringify({ id, split, ...provenance })}\n`
}

/** Pairs of one artifact stay together as records of one instance do. */
async function addDraftPairs({ definition, opened, provenance, tally, order }: Target): Promise<void> {
  for (const pair of order.draftPairs) {
    const split = splitOf(pair.artifactId, order.options.splits)
    await opened.get(split)!.write(definition.writeDraftPair!(pair))
    const { id, artifactId, kind, approved, rejected } = pair
    const from = { artifactId, kind, approved: approved.versionId, rejected: rejected.versionId }
    await provenance.write(`${JSON.stringify({ id, split, drafts: from })}\n`)
    tally.addPair(pair, split)
  }
}
