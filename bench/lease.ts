// How many drafts a second many reviewers take from a long queue, in blocks as a desk does and one by one, beside the usual claim
// of a queue in PostgreSQL: one row, FOR UPDATE SKIP LOCKED, on a table and an index made for nothing else.
import { randomUUID } from 'node:crypto'
import { numberArgument, percentile, printResult, round } from '@/bench/measure'
import { fillQueue } from '@/bench/reviews/fill-queue'
import { db, disconnect } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { takePlaces } from '@/lib/reviews/take-places'
import { makeProject } from '@/prisma/factories/people'

const rows = numberArgument('rows', 1_000_000)
const clients = numberArgument('clients', 32)
const seconds = numberArgument('seconds', 8)
const BLOCK = 20

const lead = await makeProject()
await fillQueue(lead, rows)
const people = await makePeople(Math.ceil(rows / BLOCK))
await makeNaiveQueue()
let turn = 0
const nextPerson = (): ProjectActor => ({ ...lead, id: people[turn++ % people.length]!, role: 'annotator' })

const taken: string[] = []
const claim = (count: number) => async () => {
  const places = await takePlaces(nextPerson(), { count })
  for (const { versionId } of places) taken.push(versionId)
  return places.length
}
await race(claim(BLOCK), 1)
await race(claimNaively, 1)
const [blocks, naive, single] = [
  await race(claim(BLOCK), seconds),
  await race(claimNaively, seconds),
  await race(claim(1), seconds),
]
printResult({
  leasesPerSecond: round(blocks.perSecond),
  timesNaive: round(blocks.perSecond / naive.perSecond),
  p95Ms: round(blocks.p95Ms),
  duplicates: taken.length - new Set(taken).size,
  p50Ms: round(blocks.p50Ms),
  block: BLOCK,
  singlePerSecond: round(single.perSecond),
  singleP95Ms: round(single.p95Ms),
  naivePerSecond: round(naive.perSecond),
  naiveP95Ms: round(naive.p95Ms),
  rows,
  clients,
  taken: taken.length,
  naive:
    'UPDATE … WHERE id = (SELECT id … WHERE state = waiting ORDER BY position LIMIT 1 FOR UPDATE SKIP LOCKED)',
})
await disconnect()

/** All clients at it for a while, each asking again as soon as it has its answer. */
async function race(work: () => Promise<number>, forSeconds: number) {
  const until = performance.now() + forSeconds * 1000
  const [times, began]: [number[], number] = [[], performance.now()]
  let leases = 0
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) {
        const from = performance.now()
        const got = await work()
        leases += got
        times.push(performance.now() - from)
      }
    }),
  )
  const took = (performance.now() - began) / 1000
  return { perSecond: leases / took, p95Ms: percentile(times, 0.95), p50Ms: percentile(times, 0.5) }
}

/** A reviewer who holds a block is given the same again: so that every claim takes fresh ones, each is of another person. */
async function makePeople(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID())
  await db.$executeRaw`
    INSERT INTO "user" (id, name, email, email_verified, created_at, updated_at)
    SELECT id, 'Reviewer', id || '@example.org', true, now(), now() FROM unnest(${ids}::text[]) id`
  return ids
}

async function makeNaiveQueue(): Promise<void> {
  await db.$executeRaw`
    CREATE TABLE naive_queue AS
    SELECT version_id AS id, position, 'waiting'::text AS state, NULL::text AS holder_id, NULL::timestamp AS leased_until
    FROM review_slot`
  await db.$executeRaw`ALTER TABLE naive_queue ADD PRIMARY KEY (id)`
  await db.$executeRaw`CREATE INDEX naive_queue_waiting ON naive_queue (position) WHERE state = 'waiting'`
  await db.$executeRaw`ANALYZE naive_queue`
}

async function claimNaively(): Promise<number> {
  return db.$executeRaw`
    UPDATE naive_queue SET state = 'leased', holder_id = ${nextPerson().id}, leased_until = now() + interval '15 minutes'
    WHERE id = (SELECT id FROM naive_queue WHERE state = 'waiting' ORDER BY position LIMIT 1 FOR UPDATE SKIP LOCKED)`
}
