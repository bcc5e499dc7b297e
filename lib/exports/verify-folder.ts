import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { isDeepStrictEqual } from 'node:util'
import { parse as parseYaml } from 'yaml'
import { findEncoding } from '@/lib/exports/encodings/find-encoding'
import { RecordFault } from '@/lib/exports/encodings/parse-record'
import { readTextLines } from '@/lib/exports/encodings/read-text-lines'
import { findFormat } from '@/lib/exports/formats/find-format'
import { type Encoding, type ExportedInstruction, encodings } from '@/lib/exports/formats/model'
import { type ExportFile, type Manifest, manifestSchema, type SplitName } from '@/lib/exports/model'
import { tallyExport } from '@/lib/exports/tally-export'
import { loadingOf } from '@/lib/exports/write-card'
import { sha256 } from '@/lib/platform/hash'

/** What is wrong, and where: a file, and a place in it if there is one. */
export type FolderFault = { file: string; place?: string; what: string }
export type FolderReport = {
  manifest: Manifest | null
  /** Of `manifest.json`, which names the sum of every other file: by it the folder is told from any other. */
  fingerprint: string | null
  faults: FolderFault[]
  records: number
}

type File = Omit<ExportFile, 'key'>

/** A fault is reported once a file: what follows the first is most often its consequence. */
class Stop extends Error {
  constructor(readonly fault: FolderFault) {
    super(fault.what)
  }
}

/**
 * Checks the folder of an export against what it says of itself: sums, records, provenance, splits, card. Needs nothing but the
 * folder; so it finds what was damaged, but not what somebody rewrote throughout. That needs the fingerprint from elsewhere.
 */
export async function verifyFolder(
  folder: string,
  expected: { fingerprint?: string | undefined } = {},
): Promise<FolderReport> {
  const faults: FolderFault[] = []
  const attempt = async <Result>(work: () => Promise<Result>): Promise<Result | null> => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Stop)) throw error
      faults.push(error.fault)
      return null
    }
  }
  const fingerprint = await readFile(path.join(folder, 'manifest.json')).then(sha256, () => null)
  await attempt(async () => compareFingerprint(fingerprint, expected.fingerprint))
  const manifest = await attempt(() => readManifest(folder))
  if (!manifest) return { manifest, fingerprint, faults, records: 0 }
  for (const name of await namesIn(folder))
    if (name !== 'manifest.json' && !manifest.files.some((file) => file.name === name))
      faults.push({ file: name, what: 'is not in the manifest' })
  for (const file of manifest.files) await attempt(() => checkSum(folder, file))
  const rows = new Map<SplitName, number>()
  for (const file of manifest.files.filter(({ split }) => split))
    await attempt(async () => rows.set(file.split!, await checkRecords(folder, file, manifest)))
  await attempt(() => checkProvenance(folder, manifest))
  await attempt(() => checkCard(folder, manifest))
  const records = [...rows.values()].reduce((sum, one) => sum + one, 0)
  return { manifest, fingerprint, faults, records }
}

function compareFingerprint(found: string | null, expected: string | undefined): void {
  if (found === null || expected === undefined || found === expected) return
  throw new Stop({
    file: 'manifest.json',
    what: `has the SHA-256 ${found}, not ${expected}: this is not the folder that was meant, or it was rewritten`,
  })
}

async function readManifest(folder: string): Promise<Manifest> {
  const file = 'manifest.json'
  const text = await readFile(path.join(folder, file), 'utf8').catch(() => {
    throw new Stop({ file, what: 'is not there: this is no folder of an export' })
  })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new Stop({ file, what: `is not JSON: ${(error as Error).message}` })
  }
  const parsed = manifestSchema.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Stop({ file, place: issue!.path.join('.'), what: issue!.message })
  }
  const stray = parsed.data.files.find(({ name }) => !isInside(name))
  if (stray) throw new Stop({ file, what: `names “${stray.name}”, which is no file of this folder` })
  return parsed.data
}

const isInside = (name: string) =>
  name.split('/').every((part) => part !== '' && part !== '.' && part !== '..') &&
  !/[\\\0]|^[a-z]:/i.test(name)

async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()
}

async function checkSum(folder: string, { name, bytes, sha256 }: File): Promise<void> {
  const hash = createHash('sha256')
  let counted = 0
  const count = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      counted += chunk.length
      yield chunk
    }
  }
  await pipeline(createReadStream(path.join(folder, name), { highWaterMark: 1 << 18 }), count, hash).catch(
    () => {
      throw new Stop({ file: name, what: 'is not there, or cannot be read' })
    },
  )
  if (counted !== bytes)
    throw new Stop({ file: name, what: `has ${counted} bytes; the manifest says ${bytes}` })
  if (hash.digest('hex') !== sha256)
    throw new Stop({ file: name, what: 'has another SHA-256 than the manifest says: it was changed' })
}

/** Every record, read as its format is read. Returns how many. */
async function checkRecords(folder: string, file: File, { format }: Manifest): Promise<number> {
  const { record: schema } = findFormat(format)
  const encoding = encodingOf(file.name)
  if (!encoding) throw new Stop({ file: file.name, what: 'is not of an encoding that records are kept in' })
  const read = findEncoding(encoding).readRecords(path.join(folder, file.name))
  let rows = 0
  try {
    for await (const { place, record } of read) {
      rows++
      const parsed = schema.safeParse(record)
      if (parsed.success) continue
      const [issue] = parsed.error.issues
      const at = issue!.path.length ? `${issue!.path.join('.')}: ` : ''
      throw new Stop({ file: file.name, place, what: `is no ${format} record: ${at}${issue!.message}` })
    }
  } catch (error) {
    if (error instanceof Stop) throw error
    const place = error instanceof RecordFault ? error.place : `after record ${rows}`
    throw new Stop({ file: file.name, place, what: (error as Error).message })
  }
  if (rows !== file.rows)
    throw new Stop({ file: file.name, what: `has ${rows} records; the manifest says ${file.rows}` })
  return rows
}

function encodingOf(name: string): Encoding | undefined {
  const ending = name.replace(/\.gz$/, '').split('.').at(-1)
  return encodings.find((encoding) => encoding === ending)
}

/** The part of the card by which the hub loads the records. An export of before there were cards has none. */
async function checkCard(folder: string, manifest: Manifest): Promise<void> {
  const file = 'README.md'
  if (!manifest.files.some(({ name }) => name === file)) return
  const text = await readFile(path.join(folder, file), 'utf8').catch(() => null)
  if (text === null) return // That it is not there is a fault already.
  const [, front = ''] = text.split(/^---$/m)
  const { configs, dataset_info } = readFront(front)
  const wanted = loadingOf(manifest)
  if (isDeepStrictEqual({ configs, dataset_info }, wanted)) return
  throw new Stop({ file, what: 'names other files, splits or counts than the manifest' })
}

function readFront(text: string): Record<string, unknown> {
  try {
    return (parseYaml(text) ?? {}) as Record<string, unknown>
  } catch {
    return {}
  }
}

type Line = {
  id: string
  split: SplitName
  drafts?: { artifactId: string; kind: string }
} & ExportedInstruction['provenance']

/** One line a record; no id twice; no instance and no group of duplicates in two splits; counts as in the manifest. */
async function checkProvenance(folder: string, manifest: Manifest): Promise<void> {
  const file = 'provenance.jsonl'
  const ids = new Set<string>()
  const splits = new Map<string, SplitName>()
  const tally = tallyExport()
  let number = 0
  const stop = (what: string): never => {
    throw new Stop({ file, place: `line ${number}`, what })
  }
  const keep = (group: string, split: SplitName, what: string) => {
    const known = splits.get(group)
    if (known === undefined) splits.set(group, split)
    else if (known !== split) stop(`${what} is in the split ${split} and in ${known}`)
  }
  try {
    for await (const text of readTextLines(path.join(folder, file))) {
      number++
      const { id, split, drafts, ...provenance } = parseLine(text, stop)
      if (ids.has(id)) stop(`the id ${id} was there before`)
      ids.add(id)
      if (drafts) {
        keep(drafts.artifactId, split, `the artifact ${drafts.artifactId}`)
        tally.addPair({ ...drafts, id } as Parameters<typeof tally.addPair>[0], split)
        continue
      }
      keep(provenance.instanceId, split, `the instance ${provenance.instanceId}`)
      if (provenance.dupGroup) keep(provenance.dupGroup, split, `the duplicate group ${provenance.dupGroup}`)
      const named = provenance.versions.find(({ decidedBy }) => !/^reviewer-[0-9a-f]{8,}$/.test(decidedBy))
      if (named) stop('names a person who decided, and not their pseudonym')
      tally.add({ id, provenance } as ExportedInstruction, split)
    }
  } catch (error) {
    if (error instanceof Stop) throw error
    throw new Stop({ file, what: `cannot be read: ${(error as Error).message}` })
  }
  compareCounts(manifest, tally)
}

function parseLine(text: string, stop: (what: string) => never): Line {
  try {
    const line = JSON.parse(text) as Line
    if (typeof line.id === 'string' && typeof line.split === 'string') return line
  } catch {} // said below
  return stop('is no record of where something comes from')
}

function compareCounts(manifest: Manifest, tally: ReturnType<typeof tallyExport>): void {
  const file = 'manifest.json'
  const differ = (place: string, said: unknown, found: unknown) => {
    if (JSON.stringify(said) !== JSON.stringify(found))
      throw new Stop({
        file,
        place,
        what: `does not fit provenance.jsonl, which has ${JSON.stringify(found)}`,
      })
  }
  differ('records', manifest.records, tally.records)
  for (const { split, rows } of manifest.files)
    if (split) differ(`splits.records.${split}`, rows, tally.bySplit.get(split) ?? 0)
  differ('mix', manifest.mix, tally.mix())
  for (const [at, { id, records }] of manifest.corpora.entries())
    differ(`corpora.${at}.records`, records, tally.byCorpus.get(id) ?? 0)
  for (const [at, { versionId, instructions }] of manifest.versions.entries())
    differ(`versions.${at}.instructions`, instructions, tally.versions.get(versionId)?.instructions ?? 0)
}
