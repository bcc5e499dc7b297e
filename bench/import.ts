// How fast one worker imports, beside the least that any program must do for as many lines.
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { numberArgument, printResult, round, timed } from '@/bench/measure'
import { runSmall } from '@/bench/run-small'
import { importCorpus } from '@/lib/corpora/import-corpus'
import { uploadFile } from '@/lib/corpora/upload-file'
import { disconnect } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { stopSending } from '@/lib/platform/jobs'
import type { ProjectActor } from '@/lib/projects/model'
import { makeProject } from '@/prisma/factories/people'

const WORDS =
  'the harbour board said on monday that a vessel left after repairs near old quay while crews waited'.split(
    ' ',
  )
const LABELS = ['person', 'organisation', 'place', 'vessel', 'law', 'office', 'event']

const rows = numberArgument('rows', 200_000)
const folder = await mkdtemp(path.join(tmpdir(), 'gloss-bench-'))
const [warm, file] = [path.join(folder, 'warm.jsonl'), path.join(folder, 'bench.jsonl')]
await writeLines(warm, 20_000) // Compiles the code, of both.
const bytes = await writeLines(file, rows)
const actor = await makeProject()
const orders = [await orderImport(actor, warm), await orderImport(actor, file)]
await floor(warm)
const before = await floor(file)
// In a process of its own, so that its memory is that of a job and not this benchmark's.
const imported = await runSmall(
  'bench/import/worker.ts',
  orders.map(({ corpusId }) => corpusId),
)
const after = await floor(file)
const least = (before.seconds + after.seconds) / 2 // On both sides of the import, for what else the machine does.
printResult({
  rowsPerSecond: round(rows / imported.seconds),
  shareOfFloor: round(least / imported.seconds),
  peakRssMb: imported.peakRssMb,
  rows,
  bytes,
  seconds: round(imported.seconds),
  uploadSeconds: round(orders[1]!.uploadSeconds),
  floorPerSecond: round(rows / least),
  floor: 'JSON.parse each line, COPY its text and gold into a table without keys',
})
await rm(folder, { recursive: true })
await stopSending()
await disconnect()

async function orderImport(actor: ProjectActor, file: string) {
  const name = path.basename(file)
  const upload = await timed(() => uploadFile(actor, { name, body: createReadStream(file) }))
  const details = { language: 'en', licence: 'CC0-1.0', source: 'made up', split: 'train' } as const
  const { corpus } = await importCorpus(actor, { ...details, name, uploadId: upload.result.id })
  return { corpusId: corpus.id, uploadSeconds: upload.seconds }
}

/** In the same shape: a transaction for every 2,000 rows, the next ones read meanwhile. */
async function floor(file: string): Promise<{ seconds: number }> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL })
  await client.connect()
  await client.query('DROP TABLE IF EXISTS floor; CREATE TABLE floor (text text, gold json)')
  const least = await timed(() => copyLines(client, file))
  await client.query('DROP TABLE floor')
  await client.end()
  return least
}

async function copyLines(client: pg.Client, file: string): Promise<void> {
  let writing = Promise.resolve()
  let batch: string[] = []
  for await (const line of createInterface({ input: createReadStream(file, { highWaterMark: 1 << 18 }) })) {
    const { text, spans } = JSON.parse(line)
    batch.push(`${text}\t${JSON.stringify(spans)}\n`)
    if (batch.length < 2_000) continue
    await writing
    writing = copyBatch(client, batch.join(''))
    batch = []
  }
  await writing
  await copyBatch(client, batch.join(''))
}

async function copyBatch(client: pg.Client, lines: string): Promise<void> {
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
    const word = isMention ? `Skelling-${number + k}` : WORDS[(number * 31 + k * k) % WORDS.length]!
    if (isMention)
      spans.push({ start: at, end: at + word.length, label: LABELS[(number + k) % LABELS.length] })
    parts.push(word)
    at += word.length + 1
  }
  return `${JSON.stringify({ id: number, text: parts.join(' '), spans, meta: { source: 'bench' } })}\n`
}
