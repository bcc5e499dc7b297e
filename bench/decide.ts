// How soon a decision is acknowledged, and durable then, while many reviewers decide at once: over HTTP against the production build,
// beside one durable INSERT on as many plain connections to the same database.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { serveBuild } from '@/bench/desk/serve-build'
import { numberArgument, percentile, printResult, round } from '@/bench/measure'
import { fillQueue } from '@/bench/reviews/fill-queue'
import { disconnect } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import type { DeskItem } from '@/lib/reviews/schema'
import { browserOf, joinProject, makeProject } from '@/prisma/factories/people'

const rows = numberArgument('rows', 100_000)
const clients = numberArgument('clients', 20)
const decisions = numberArgument('decisions', 40)
const perSecond = numberArgument('per-second', 100)
const WARM_UP = 5
const BLOCK = 10

const lead = await makeProject()
await fillQueue(lead, rows)
const people = []
while (people.length < clients) people.push(await browserOf(await joinProject(lead.project.slug)))
const server = await serveBuild()
const { slug } = lead.project

// Nobody waits for anybody: each decides again as soon as the last decision is there. Then at the pace of people, and faster.
const decided = await Promise.all(people.map((headers) => decideMany(headers, nonstop)))
const inserted = await Promise.all(people.map(() => insertMany(nonstop)))
const route = await Promise.all(people.map(askMany))
const decidedPaced = await Promise.all(people.map((headers, at) => decideMany(headers, pacer(at))))
const insertedPaced = await Promise.all(people.map((_, at) => insertMany(pacer(at))))
await server.stop()
const p95 = (times: number[][]) => percentile(times.flat(), 0.95)
printResult({
  p95Ms: round(p95(decided)),
  timesFloor: round(p95(decided) / p95(inserted)),
  p50Ms: round(percentile(decided.flat(), 0.5)),
  floorP95Ms: round(p95(inserted)),
  routeP95Ms: round(p95(route)),
  timesRoute: round(p95(decided) / p95(route)),
  pacedP95Ms: round(p95(decidedPaced)),
  pacedTimesFloor: round(p95(decidedPaced) / p95(insertedPaced)),
  pacedP50Ms: round(percentile(decidedPaced.flat(), 0.5)),
  pacedFloorP95Ms: round(p95(insertedPaced)),
  perSecond,
  clients,
  decisions: decided.flat().length,
  rows,
  floor: 'one INSERT of a small row, committed to disk, on as many plain connections at once',
})
await disconnect()
process.exit(0)

async function call<Answer>(headers: Headers, path: string, body?: unknown): Promise<Answer> {
  const all = new Headers(headers)
  all.set('content-type', 'application/json')
  all.set('origin', server.url)
  const response = await fetch(`${server.url}${path}`, {
    headers: all,
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  })
  const answer = await response.json()
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`)
  return answer as Answer
}

type Pace = (deed: number) => Promise<unknown> | undefined

function nonstop(): undefined {}

/** So many deeds a second of all clients together, each client's after the other's. */
function pacer(at: number): Pace {
  const begun = performance.now() + (at * 1000) / perSecond
  return (deed) => sleep(Math.max(0, begun + (deed * clients * 1000) / perSecond - performance.now()))
}

async function decideMany(headers: Headers, pace: Pace): Promise<number[]> {
  const times: number[] = []
  let items: DeskItem[] = []
  for (let i = 0; i < decisions + WARM_UP; i++) {
    if (items.length === 0) {
      const path = `/api/projects/${slug}/queue/leases`
      items = (await call<{ items: DeskItem[] }>(headers, path, { count: BLOCK })).items
    }
    await pace(i)
    const { version } = items.shift()!
    const { id: versionId, contentHash } = version
    const deed = { verdict: 'approve', versionId, contentHash, elapsedMs: 1000, requestKey: randomUUID() }
    const begun = performance.now()
    await call(headers, `/api/projects/${slug}/decisions`, deed)
    if (i >= WARM_UP) times.push(performance.now() - begun)
  }
  return times
}

async function askMany(headers: Headers): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < decisions; i++) {
    const begun = performance.now()
    await call(headers, '/api/session')
    times.push(performance.now() - begun)
  }
  return times
}

async function insertMany(pace: Pace): Promise<number[]> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL })
  await client.connect()
  await client
    .query('CREATE TABLE IF NOT EXISTS floor (id uuid PRIMARY KEY, said text)')
    .catch(() => undefined)
  const times: number[] = []
  for (let i = 0; i < decisions + WARM_UP; i++) {
    await pace(i)
    const begun = performance.now()
    await client.query({
      name: 'floor',
      text: 'INSERT INTO floor VALUES ($1, $2)',
      values: [randomUUID(), 'approve'],
    })
    if (i >= WARM_UP) times.push(performance.now() - begun)
  }
  await client.end()
  return times
}
