// How many calls a second a worker makes through the store and the budget, beside what the service's latency and the connection's
// concurrency allow; and how fast the same calls are answered from the store, beside looking the answers up by key.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { cpuTimeOf, databasePid } from '@/bench/draft/cpu-time'
import { describeText } from '@/bench/draft/describe-text'
import { numberArgument, printResult, round, timed } from '@/bench/measure'
import { openCaller } from '@/lib/calls/open-caller'
import { addConnection } from '@/lib/connections/add-connection'
import { connectionInput } from '@/lib/connections/schema'
import { db, disconnect } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { makeProject } from '@/prisma/factories/people'

const LATENCY_MS = 50
const WARM = 2_000
const calls = numberArgument('calls', 20_000)
const concurrency = numberArgument('concurrency', 64)

process.env.GLOSS_MODEL_NETWORKS = 'loopback'
const service = await startService()
const actor = await makeProject()
const projectId = actor.project.id
const { id: connectionId } = await addConnection(
  actor,
  connectionInput.parse({
    ...{ name: 'Stand-in', baseUrl: `${service.url}/v1`, roles: { drafter: { model: 'stand-in' } } },
    ...{ prices: { 'stand-in': { input: 1, output: 4 } }, limits: { concurrency } },
  }),
)
await db.budget.create({ data: { projectId, totalLimit: 1_000_000_000n, dayLimit: 900_000_000n } })

await askAll(calls, WARM)
const parts = { worker: process.pid, service: service.pid, database: await databasePid() }
const begun = cpuOfParts()
const asked = await timed(() => askAll(0, calls))
const asking = cpuOfParts(begun)
if (asked.result.paid !== calls) throw new Error(`${calls - asked.result.paid} calls were not answered.`)
const turned = cpuOfParts()
const again = await timed(() => askAll(0, calls))
const finding = cpuOfParts(turned)
if (again.result.fromStore !== calls)
  throw new Error(`${calls - again.result.fromStore} calls were asked again.`)
const floorSeconds = await lookUpByKey()
const allowed = (concurrency * 1000) / LATENCY_MS
printResult({
  callsPerSecond: round(calls / asked.seconds),
  efficiency: round(calls / asked.seconds / allowed),
  cachedCallsPerSecond: round(calls / again.seconds),
  cachedShareOfFloor: round(floorSeconds / again.seconds),
  ...{ calls, concurrency, allowed },
  cpuMsPerCall: round(asking.worker),
  serviceCpuMsPerCall: round(asking.service),
  databaseCpuMsPerCall: round(asking.database),
  cachedCpuMsPerCall: round(finding.worker),
  cachedDatabaseCpuMsPerCall: round(finding.database),
  peakRssMb: asked.peakRssMb,
  seconds: round(asked.seconds),
  cachedSeconds: round(again.seconds),
  floorPerSecond: round(calls / floorSeconds),
  floor: 'SELECT the text of each answer by the key of its call, as many at once',
})
service.end()
await disconnect()

/** What each part of it has computed, or has computed since then, in milliseconds for each call. */
function cpuOfParts(since = { worker: 0, service: 0, database: 0 }) {
  const of = (part: keyof typeof parts) => cpuTimeOf(parts[part]) / calls - since[part]
  return { worker: of('worker'), service: of('service'), database: of('database') }
}

/** Asks about texts by their numbers, with as many questions open as a job would have. */
async function askAll(from: number, count: number) {
  const signal = new AbortController().signal
  const caller = await openCaller({ projectId, connectionId, role: 'drafter', jobRunId: null, signal })
  let next = from
  const about = { kind: 'guideline', corpusId: null, key: 'vessel' }
  await Promise.all(
    Array.from({ length: caller.width }, async () => {
      while (next < from + count) {
        const number = next++
        const said = await caller.ask(describeText, { number }, { about })
        if (said.outcome !== 'answer') throw new Error(`${said.outcome}: ${said.message}`)
      }
    }),
  )
  return caller.tally()
}

async function lookUpByKey(): Promise<number> {
  const rows = await db.modelCall.findMany({ where: { projectId }, select: { id: true }, take: calls })
  const pool = new pg.Pool({ connectionString: env().DATABASE_URL, max: 6 })
  const look = async () => {
    let next = 0
    await Promise.all(
      Array.from({ length: concurrency * 2 }, async () => {
        while (next < rows.length) {
          const values = [rows[next++]!.id]
          const text = 'SELECT raw FROM model_call_text WHERE call_id = $1'
          const found = await pool.query({ name: 'floor', text, values })
          if (found.rows.length !== 1) throw new Error('An answer is not there.')
        }
      }),
    )
  }
  await look()
  const { seconds } = await timed(look)
  await pool.end()
  return seconds
}

/** The stand-in in a process of its own, as a service would be. */
async function startService(): Promise<{ url: string; pid: number; end(): void }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'e2e/fake-llm/serve.ts'], {
    env: {
      ...process.env,
      PORT: '0',
      FAKE_LLM: JSON.stringify({ latencyMs: LATENCY_MS }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  process.on('exit', () => child.kill())
  return { pid: child.pid!, url: /http:\/\/[\d.:]+/.exec(line)![0], end: () => void child.kill() }
}
