// How fast workers compose, with every gate, beside the least that any one program must do for as many records.
import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { fillCorpus } from '@/bench/compose/corpus'
import { writeFormats, writeGuidelines, writeRules } from '@/bench/compose/material'
import { numberArgument, printResult, round, timed } from '@/bench/measure'
import { db, disconnect } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { uuidFromName } from '@/lib/platform/hash'
import { makePerson, makeProject } from '@/prisma/factories/people'
import { makeRecipe, makeRelease, makeRun } from '@/prisma/factories/synthesis'

const FILLER = 'Copy each mention exactly as the input writes it. '.repeat(400)
const rows = numberArgument('rows', 100_000)
const workers = numberArgument('workers', 1)

const { corpusId, runs } = await prepare()
await floor({ corpusId, bytes: 0 }) // Warms the database's cache.
const composed = await composeApart(runs)
const { alone } = composed
const least = await floor({ corpusId, bytes: composed.bytes })
const rate = composed.instructions / composed.seconds
printResult({
  instructionsPerSecond: round(rate),
  bytesPerSecond: round(composed.bytes / composed.seconds),
  shareOfFloor: round(rate / least),
  ...(alone && { speedupOverOne: round(alone / composed.seconds) }),
  workers,
  peakRssMb: composed.peakRssMb,
  sha256: composed.sha256,
  instructions: composed.instructions,
  bytes: composed.bytes,
  seconds: round(composed.seconds),
  floorPerSecond: round(least),
  floor: 'read and parse the instances by keyset, JSON.stringify and write as many records and bytes',
})
await disconnect()

/** A corpus, a release, and runs of them: the first compiles the code, one is for one worker, the last counts. */
async function prepare() {
  // Names for all that stands in a record, so that every run of the benchmark composes the same bytes.
  const person = await makePerson({ id: uuidFromName('bench/person') })
  const actor = await makeProject({ id: uuidFromName('bench/project'), person })
  const corpusId = await fillCorpus(actor.project.id, rows)
  const { id: releaseId } = await makeRelease(actor, writeGuidelines(corpusId), [
    ...writeRules(corpusId),
    ...writeFormats(),
  ])
  const recipe = makeRecipe({ corpora: [corpusId] })
  const runs = []
  for (let run = 0; run < (workers > 1 ? 3 : 2); run++) runs.push(await makeRun(actor, { releaseId, recipe }))
  return { corpusId, runs: runs.map(({ id }) => id) }
}

type Composed = {
  seconds: number
  /** What one worker took, where there are several. */
  alone: number | null
  peakRssMb: number
  instructions: number
  bytes: number
  sha256: string
}
type Told = { seconds: number[]; peakRssMb: number }

/** In processes of their own, so that their memory is a worker's and not this benchmark's. */
async function composeApart(runs: string[]): Promise<Composed> {
  const work = async (role: string): Promise<Told> => {
    const script = ['--expose-gc', '--import', 'tsx', 'bench/compose/worker.ts', role, ...runs]
    const { stdout } = await promisify(execFile)(process.execPath, script)
    return JSON.parse(stdout)
  }
  const helpers = Array.from({ length: workers - 1 }, () => work('helper'))
  const [lead, ...others] = await Promise.all([work('lead'), ...helpers])
  const made = await db.run.findMany({ where: { id: { in: runs } } })
  if (new Set(made.map(({ sha256 }) => sha256)).size !== 1) throw new Error('Runs of the same inputs differ.')
  const { instructionCount: instructions, bytes, sha256 } = made[0]!
  return {
    seconds: lead!.seconds.at(-1)!,
    alone: workers > 1 ? lead!.seconds.at(-2)! : null,
    peakRssMb: Math.max(...[lead!, ...others].map(({ peakRssMb }) => peakRssMb)),
    instructions,
    bytes: Number(bytes),
    sha256: sha256!,
  }
}

/** Each instance read and parsed, a record of as many bytes stringified and written. In records a second. */
async function floor(of: { corpusId: string; bytes: number }): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gloss-bench-'))
  const client = new pg.Client({ connectionString: env().DATABASE_URL })
  await client.connect()
  const { seconds } = await timed(() =>
    copyInstances(client, { ...of, file: path.join(folder, 'floor.jsonl') }),
  )
  await client.end()
  await rm(folder, { recursive: true })
  return rows / seconds
}

async function copyInstances(client: pg.Client, of: { corpusId: string; bytes: number; file: string }) {
  const out = createWriteStream(of.file, { highWaterMark: 1 << 18 })
  const written = { bytes: 0, records: 0 }
  const line = ({ id, text, gold }: { id: string; text: string; gold: { spans: unknown[] } }) => {
    const bare = text.length + 48 * gold.spans.length + 70
    const missing = (of.bytes * ++written.records) / rows - written.bytes - bare
    const record = JSON.stringify({ id, text, gold, filler: FILLER.slice(0, Math.max(0, missing)) })
    written.bytes += record.length + 1
    return `${record}\n`
  }
  for (let after = 0; after < rows; after += 1000) {
    const batch = await client.query({
      name: 'floor',
      text: `SELECT ordinal, id, text, gold FROM instance
        WHERE corpus_id = $1 AND ordinal > $2 ORDER BY ordinal LIMIT 1000`,
      values: [of.corpusId, after],
    })
    const lines = batch.rows.map(line).join('')
    await new Promise<void>((resolve, reject) =>
      out.write(lines, (error) => (error ? reject(error) : resolve())),
    )
  }
  await new Promise<void>((resolve) => out.end(resolve))
}
