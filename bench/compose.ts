// npm run bench -- compose --rows 100000 --json: how fast one worker composes, beside the least that must be done.
import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs, promisify } from 'node:util'
import pg from 'pg'
import { fillCorpus, writeGuidelines } from '@/bench/compose-corpus'
import { migrate } from '@/scripts/migrate.mjs'

const { values: flags } = parseArgs({ options: { rows: { type: 'string' }, json: { type: 'boolean' } } })
const rows = Number(flags.rows ?? 100_000)
const folder = await mkdtemp(path.join(tmpdir(), 'gloss-bench-'))
const server = process.env.DATABASE_URL ?? ''
const database = `bench_compose_${process.pid}`
const FILLER = 'Copy each mention exactly as the input writes it. '.repeat(400)
const round = (value: number) => Number(value.toFixed(3))

await onServer(`CREATE DATABASE ${database}`)
process.env.DATABASE_URL = Object.assign(new URL(server), { pathname: `/${database}` }).href
process.env.GLOSS_DATA_DIR = folder
process.env.LOG_LEVEL = 'error'
try {
  await migrate(process.env.DATABASE_URL)
  console.log(JSON.stringify(await bench()))
} finally {
  const { disconnect } = await import('@/lib/platform/db')
  await disconnect()
  await onServer(`DROP DATABASE ${database} WITH (FORCE)`)
  await rm(folder, { recursive: true, force: true })
}

async function bench() {
  const { corpusId, runs } = await prepare()
  await floor(corpusId, 0) // Warms the database's cache.
  const composed = await composeApart(runs)
  const least = await floor(corpusId, composed.bytes)
  const perSecond = composed.instructions / composed.seconds
  return {
    instructionsPerSecond: Math.round(perSecond),
    shareOfFloor: round(perSecond / least),
    peakRssMb: composed.peakRssMb,
    sha256: composed.sha256,
    instructions: composed.instructions,
    bytes: composed.bytes,
    seconds: round(composed.seconds),
    floor: {
      instructionsPerSecond: Math.round(least),
      what: 'read and parse the instances by keyset, JSON.stringify and write as many records and bytes',
    },
  }
}

/** A corpus, a release, and two runs of them: the first compiles the code, the second counts. */
async function prepare() {
  const { makeProject } = await import('@/prisma/factories/people')
  const { makeRecipe, makeRelease, makeRun } = await import('@/prisma/factories/synthesis')
  const actor = await makeProject()
  const corpusId = await fillCorpus(actor.project.id, rows)
  const { id: releaseId } = await makeRelease(actor, writeGuidelines(corpusId))
  const recipe = makeRecipe({ corpora: [corpusId] })
  const runs = [await makeRun(actor, { releaseId, recipe }), await makeRun(actor, { releaseId, recipe })]
  return { corpusId, runs: runs.map(({ id }) => id) }
}

type Composed = { seconds: number; peakRssMb: number; instructions: number; bytes: number; sha256: string }

/** In a process of its own, so that its memory is a worker's and not this benchmark's. */
async function composeApart(runs: string[]): Promise<Composed> {
  const script = ['--import', 'tsx', 'bench/compose-worker.ts', ...runs]
  const { stdout } = await promisify(execFile)(process.execPath, script)
  return JSON.parse(stdout)
}

/** The least: each instance read and parsed, a record of as many bytes stringified and written. In records a second. */
async function floor(corpusId: string, bytes: number): Promise<number> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  const out = createWriteStream(path.join(folder, 'floor.jsonl'), { highWaterMark: 1 << 18 })
  const startedAt = performance.now()
  const written = { bytes: 0, records: 0 }
  for (let after = 0; after < rows; after += 1000) {
    const batch = await client.query<{ id: string; text: string; gold: unknown }>({
      name: 'floor',
      text: `SELECT ordinal, id, text, gold FROM instance
        WHERE corpus_id = $1 AND ordinal > $2 ORDER BY ordinal LIMIT 1000`,
      values: [corpusId, after],
    })
    const lines = batch.rows.map(({ id, text, gold }) => {
      const bare = text.length + 48 * (gold as { spans: [] }).spans.length + 70
      const wanted = (bytes * ++written.records) / rows - written.bytes - bare
      const line = `${JSON.stringify({ id, text, gold, filler: FILLER.slice(0, Math.max(0, wanted)) })}\n`
      written.bytes += line.length
      return line
    })
    await new Promise<void>((resolve, reject) =>
      out.write(lines.join(''), (error) => (error ? reject(error) : resolve())),
    )
  }
  await new Promise<void>((resolve) => out.end(resolve))
  await client.end()
  return written.records / ((performance.now() - startedAt) / 1000)
}

async function onServer(text: string) {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(text).finally(() => client.end())
}
