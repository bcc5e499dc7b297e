// npm run bench -- compose --rows 100000 --json: how fast one worker composes, beside the least that must be done.
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { fillCorpus, writeGuidelines } from '@/bench/compose-corpus'
import { migrate } from '@/scripts/migrate.mjs'

const { values: flags } = parseArgs({ options: { rows: { type: 'string' }, json: { type: 'boolean' } } })
const rows = Number(flags.rows ?? 100_000)
const folder = await mkdtemp(path.join(tmpdir(), 'gloss-bench-'))
const database = `bench_compose_${process.pid}`
const server = process.env.DATABASE_URL ?? ''
const onServer = async (text: string) => {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(text).finally(() => client.end())
}
await onServer(`CREATE DATABASE ${database}`)
process.env.DATABASE_URL = Object.assign(new URL(server), { pathname: `/${database}` }).href
process.env.GLOSS_DATA_DIR = folder
process.env.LOG_LEVEL = 'error'

const FILLER = 'Copy each mention exactly as the input writes it. '.repeat(400)
const round = (value: number) => Number(value.toFixed(3))

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
  const { makeProject } = await import('@/prisma/factories/people')
  const { makeRecipe, makeRelease, makeRun } = await import('@/prisma/factories/synthesis')
  const actor = await makeProject()
  const corpus = await fillCorpus(actor.project.id, rows)
  const release = await makeRelease(actor, writeGuidelines(corpus))
  const recipe = makeRecipe({ corpora: [corpus] })
  // Compiles the code and warms the database's cache, for the floor as well.
  const warm = await compose((await makeRun(actor, { releaseId: release.id, recipe })).id)
  const run = await makeRun(actor, { releaseId: release.id, recipe })
  const before = await floor(corpus, warm.bytes)
  const composed = await compose(run.id)
  if (composed.sha256 !== warm.sha256) throw new Error('two runs of the same inputs differ')
  const after = await floor(corpus, composed.bytes)
  const least = Math.max(before, after)
  const perSecond = composed.instructions / composed.seconds
  return {
    instructionsPerSecond: Math.round(perSecond),
    shareOfFloor: round(perSecond / least),
    peakRssMb: Math.round(composed.peakRss / 1e6),
    sha256: composed.sha256,
    rows,
    instructions: composed.instructions,
    bytes: composed.bytes,
    seconds: round(composed.seconds),
    floor: {
      instructionsPerSecond: Math.round(least),
      what: 'read and parse the instances by keyset, JSON.stringify and write as many records and bytes',
    },
  }
}

async function compose(runId: string) {
  const { composeRunHandler } = await import('@/lib/synthesis/compose-run.job')
  const { db } = await import('@/lib/platform/db')
  globalThis.gc?.()
  let peakRss = 0
  const look = () => {
    peakRss = Math.max(peakRss, process.memoryUsage.rss())
  }
  const context = {
    runId,
    projectId: '',
    startedBy: '',
    signal: new AbortController().signal,
    note: () => {},
    progress: async () => look(),
  }
  const startedAt = performance.now()
  await composeRunHandler.run({ runId }, context)
  const seconds = (performance.now() - startedAt) / 1000
  look()
  const run = await db.run.findUniqueOrThrow({ where: { id: runId } })
  return {
    seconds,
    peakRss,
    instructions: run.instructionCount,
    bytes: Number(run.bytes),
    sha256: run.sha256,
  }
}

/** The least: each instance read and parsed, and records of the same bytes stringified and written. In records a second. */
async function floor(corpusId: string, bytes: number): Promise<number> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  const out = createWriteStream(path.join(folder, 'floor.jsonl'), { highWaterMark: 1 << 18 })
  const startedAt = performance.now()
  let written = 0
  let count = 0
  let chunk: string[] = []
  for (let after = 0; ; ) {
    const batch = await client.query<{ ordinal: number; id: string; text: string; gold: unknown }>({
      name: 'floor',
      text: 'SELECT ordinal, id, text, gold FROM instance WHERE corpus_id = $1 AND ordinal > $2 ORDER BY ordinal LIMIT 1000',
      values: [corpusId, after],
    })
    if (!batch.rows.length) break
    for (const row of batch.rows) {
      const bare = row.text.length + 40 * 3
      const filler = FILLER.slice(0, Math.max(0, Math.round((bytes * (count + 1)) / rows) - written - bare))
      const line = `${JSON.stringify({ id: row.id, input: row.text, gold: row.gold, filler })}\n`
      written += line.length
      count++
      chunk.push(line)
    }
    after = batch.rows.at(-1)!.ordinal
    const text = chunk.join('')
    chunk = []
    await new Promise<void>((resolve, reject) =>
      out.write(text, (error) => (error ? reject(error) : resolve())),
    )
  }
  await new Promise<void>((resolve) => out.end(resolve))
  await client.end()
  return count / ((performance.now() - startedAt) / 1000)
}
