// npm run bench -- import --rows 200000 --json: how fast one worker imports, beside the least that must be done.
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { ProjectActor } from '@/lib/projects/model'
import { migrate } from '@/scripts/migrate.mjs'

const { values: flags } = parseArgs({ options: { rows: { type: 'string' }, json: { type: 'boolean' } } })
const rows = Number(flags.rows ?? 200_000)
const folder = await mkdtemp(path.join(tmpdir(), 'gloss-bench-'))
const database = `bench_import_${process.pid}`
const server = process.env.DATABASE_URL ?? ''
const words =
  'the harbour board said on monday that a vessel left after repairs near old quay while crews waited'.split(
    ' ',
  )
const labels = ['person', 'organisation', 'place', 'vessel', 'law', 'office', 'event']

await onServer(`CREATE DATABASE ${database}`)
process.env.DATABASE_URL = Object.assign(new URL(server), { pathname: `/${database}` }).href
process.env.GLOSS_DATA_DIR = folder
process.env.LOG_LEVEL = 'error'

try {
  await migrate(process.env.DATABASE_URL)
  console.log(JSON.stringify(await bench()))
} finally {
  const { disconnect } = await import('@/lib/platform/db')
  const { stopSending } = await import('@/lib/platform/jobs')
  await stopSending()
  await disconnect()
  await onServer(`DROP DATABASE ${database} WITH (FORCE)`)
  await rm(folder, { recursive: true, force: true })
}

async function bench() {
  const { makeProject } = await import('@/prisma/factories/people')
  const actor = await makeProject()
  const file = path.join(folder, 'bench.jsonl')
  const warm = path.join(folder, 'warm.jsonl')
  await writeLines(warm, Math.min(rows, 20_000))
  const bytes = await writeLines(file, rows)
  await importFile(actor, warm)
  const imported = await importFile(actor, file)
  const peakRss = process.resourceUsage().maxRSS * 1024
  await floor(warm)
  const least = rows / (await floor(file))
  const perSecond = rows / imported.seconds
  return {
    rowsPerSecond: Math.round(perSecond),
    shareOfFloor: round(perSecond / least),
    peakRssMb: Math.round(peakRss / 1e6),
    rows,
    bytes,
    seconds: round(imported.seconds),
    uploadSeconds: round(imported.uploadSeconds),
    floor: {
      rowsPerSecond: Math.round(least),
      what: 'JSON.parse each line, COPY its text and gold into a table without keys',
    },
  }
}

/** As a person and a worker do it: upload, order, run the job. Timed is the job. */
async function importFile(actor: ProjectActor, file: string) {
  const { uploadFile } = await import('@/lib/corpora/upload-file')
  const { importCorpus } = await import('@/lib/corpora/import-corpus')
  const { importCorpusHandler } = await import('@/lib/corpora/import-corpus.job')
  const { makeJobContext } = await import('@/prisma/factories/jobs')
  const name = path.basename(file)
  const uploadBegin = performance.now()
  const upload = await uploadFile(actor, { name, body: createReadStream(file) })
  const uploadSeconds = (performance.now() - uploadBegin) / 1000
  const details = { language: 'en', licence: 'CC0-1.0', source: 'made up', split: 'train' } as const
  const { corpus } = await importCorpus(actor, { ...details, name, uploadId: upload.id })
  const begin = performance.now()
  await importCorpusHandler.run({ corpusId: corpus.id }, makeJobContext(actor))
  return { seconds: (performance.now() - begin) / 1000, uploadSeconds }
}

/** The least that an import must do, in the same shape: one transaction for every 2,000 rows, the next read meanwhile. */
async function floor(file: string): Promise<number> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  await client.query('DROP TABLE IF EXISTS floor; CREATE TABLE floor (text text, gold json)')
  const begin = performance.now()
  let writing = Promise.resolve()
  let batch: string[] = []
  for await (const line of createInterface({ input: createReadStream(file, { highWaterMark: 1 << 18 }) })) {
    const { text, spans } = JSON.parse(line)
    batch.push(`${text}\t${JSON.stringify(spans)}\n`)
    if (batch.length < 2_000) continue
    await writing
    writing = copy(client, batch.join(''))
    batch = []
  }
  await writing
  await copy(client, batch.join(''))
  const seconds = (performance.now() - begin) / 1000
  await client.end()
  return seconds
}

async function copy(client: pg.Client, lines: string): Promise<void> {
  const stream = client.query(copyFrom('COPY floor FROM STDIN'))
  stream.end(lines)
  await finished(stream)
}

/** About 700 bytes a line: words, now and then an emoji before a span, four spans, an id and a source. */
async function writeLines(file: string, count: number): Promise<number> {
  const out = createWriteStream(file, { highWaterMark: 1 << 20 })
  let bytes = 0
  for (let i = 0; i < count; i += 500) {
    const lines = Array.from({ length: Math.min(500, count - i) }, (_, j) => lineOf(i + j)).join('')
    bytes += Buffer.byteLength(lines)
    if (!out.write(lines)) await once(out, 'drain')
  }
  out.end()
  await finished(out)
  return bytes
}

function lineOf(number: number): string {
  const parts: string[] = number % 20 === 0 ? ['🚢'] : []
  const spans = []
  let at = number % 20 === 0 ? 2 : 0
  for (let k = 0; k < 70; k++) {
    const isMention = k % 18 === 9
    const word = isMention ? `Skelling-${number + k}` : words[(number * 31 + k * k) % words.length]!
    if (isMention)
      spans.push({ start: at, end: at + word.length, label: labels[(number + k) % labels.length] })
    parts.push(word)
    at += word.length + 1
  }
  return `${JSON.stringify({ id: number, text: parts.join(' '), spans, meta: { source: 'bench' } })}\n`
}

async function onServer(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(text).finally(() => client.end())
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
