// How fast one worker writes an export, beside the least that any program must do for as many records.
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { writeRun } from '@/bench/export/records'
import { numberArgument, printResult, round, timed, wordArgument } from '@/bench/measure'
import { gatherGroup } from '@/lib/exports/encodings/gather-group'
import { columnsOf } from '@/lib/exports/encodings/parquet-columns.mjs'
import { openTable } from '@/lib/exports/encodings/parquet-table.mjs'
import { parquet } from '@/lib/exports/formats/parquet/format'
import { exportFormatSchema, exportOptionsSchema } from '@/lib/exports/model'
import { db, disconnect } from '@/lib/platform/db'
import { sha256 } from '@/lib/platform/hash'
import { readLines } from '@/lib/platform/read-lines'
import { sendFile } from '@/lib/platform/send-file'
import { makeCorpus } from '@/prisma/factories/corpora'
import { makeProject } from '@/prisma/factories/people'
import { makeRecipe, makeRelease, makeRun } from '@/prisma/factories/synthesis'

const rows = numberArgument('rows', 100_000)
const format = exportFormatSchema.parse(wordArgument('format', 'alpaca'))

const { source, orders } = await prepare()
await floor(Math.min(rows, 20_000)) // Compiles it.
const least = await floor(rows)
const exported = await exportApart(orders)
printResult({
  mbPerSecond: round(exported.bytes / 1e6 / exported.seconds),
  shareOfFloor: round(least / exported.seconds),
  peakRssMb: exported.peakRssMb,
  firstByteMs: round(exported.firstByteMs),
  downloadFirstByteMs: round(await firstByteOfDownload(exported.files[0]!)),
  format,
  rows,
  bytes: exported.bytes,
  seconds: round(exported.seconds),
  floorSeconds: round(least),
  floor:
    format === 'parquet'
      ? 'the Parquet library given the same row groups from memory, and the disk'
      : 'read, JSON.parse, JSON.stringify and write the bytes of the run',
})
await disconnect()

async function prepare() {
  const actor = await makeProject()
  const corpus = await makeCorpus(actor, { sentences: ['[Here|place]'] })
  const { id: releaseId } = await makeRelease(actor, [{ corpusId: corpus.id, label: 'place' }])
  const run = await makeRun(actor, { releaseId, recipe: makeRecipe({ corpora: [corpus.id] }) })
  const given = { rows, corpusId: corpus.id, releaseId, recipeHash: sha256('recipe') }
  const { key, bytes, sha256: sum } = await writeRun(`runs/${run.id}/instructions.jsonl`, given)
  const released = { releasedAt: new Date(), releasedHow: 'before' }
  const data = { ...released, state: 'done', fileKey: key, bytes, sha256: sum, instructionCount: rows }
  await db.run.update({ where: { id: run.id }, data })
  const order = () =>
    db.export.create({
      data: {
        projectId: actor.project.id,
        runId: run.id,
        format,
        options: exportOptionsSchema.parse({}),
        createdById: actor.id,
      },
    })
  return { source: key, orders: [(await order()).id, (await order()).id] }
}

type Exported = {
  seconds: number
  peakRssMb: number
  bytes: number
  firstByteMs: number
  files: { key: string; name: string; bytes: number; sha256: string }[]
}

/** In a process of its own, so that its memory is a worker's and not this benchmark's. */
async function exportApart(ids: string[]): Promise<Exported> {
  const script = ['--expose-gc', '--import', 'tsx', 'bench/export/worker.ts', ...ids]
  const { stdout } = await promisify(execFile)(process.execPath, script)
  return JSON.parse(stdout)
}

/** From asking for a finished file to its first bytes. */
async function firstByteOfDownload(file: Exported['files'][number]): Promise<number> {
  const begun = performance.now()
  const answer = sendFile(new Request('http://127.0.0.1/'), file)
  const reader = answer.body!.getReader()
  await reader.read()
  const elapsed = performance.now() - begun
  await reader.cancel()
  return elapsed
}

/** In seconds. */
async function floor(upTo: number): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gloss-bench-'))
  const out = createWriteStream(path.join(folder, 'floor'), { highWaterMark: 1 << 18 })
  const seconds = format === 'parquet' ? await parquetFloor(out, upTo) : await jsonFloor(out, upTo)
  await rm(folder, { recursive: true })
  return seconds
}

async function jsonFloor(out: WriteStream, upTo: number): Promise<number> {
  const { seconds } = await timed(async () => {
    let done = 0
    for await (const lines of readLines(source)) {
      let text = ''
      for (const line of lines) text += `${JSON.stringify(JSON.parse(line.toString('utf8')))}\n`
      if (!out.write(text)) await once(out, 'drain')
      done += lines.length
      if (done >= upTo) break
    }
    await new Promise<void>((resolve) => out.end(resolve))
  })
  return seconds
}

/** The rows are read, turned and gathered while the clock stands: what counts is the library, making the same row groups, and the disk. */
async function parquetFloor(out: WriteStream, upTo: number): Promise<number> {
  const { columns = [] } = parquet
  const table = openTable(columns)
  let group = gatherGroup(columns, { isFirst: true })
  let seconds = 0
  let done = 0
  const write = async (make: () => Uint8Array) => {
    const told = await timed(async () => {
      if (!out.write(make())) await once(out, 'drain')
    })
    seconds += told.seconds
  }
  const writeGroup = async () => {
    const values = columnsOf(columns, group.take()).map((column) => column.map(asText))
    await write(() => table.writeGroup(values))
    group = gatherGroup(columns)
  }
  for await (const lines of readLines(source)) {
    for (const line of lines) {
      const record = parquet.writeRecord(JSON.parse(line.toString('utf8')), new Map())!
      if (group.add(record)) continue
      await writeGroup()
      group.add(record)
    }
    done += lines.length
    if (done >= upTo) break
  }
  await writeGroup()
  await write(table.end)
  await new Promise<void>((resolve) => out.end(resolve))
  return seconds
}

/** As the library is given it by whoever has texts in memory. */
function asText(value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value
}
