// How soon the dashboards are there over so many decisions, and the agreement of many drafts that three people decided.
import { loadDecisions } from '@/bench/dashboard/load-decisions'
import { serveBuild } from '@/bench/desk/serve-build'
import { numberArgument, percentile, printResult, round } from '@/bench/measure'
import { db, disconnect, pool } from '@/lib/platform/db'
import { joinProject, makeProject, tokenOf } from '@/prisma/factories/people'

const rows = numberArgument('rows', 1_000_000)
const requests = numberArgument('requests', 60)
const WARM_UP = 10
const REVIEWERS = 50

const lead = await makeProject()
const { slug, id: projectId } = lead.project
const people = [lead.id]
while (people.length < REVIEWERS) people.push((await joinProject(slug)).id)
const corpora = await Promise.all(['Harbours', 'Letters', 'Minutes', 'Notices'].map(makeLabelledCorpus))
const client = await pool().connect()
const loaded = await loadDecisions(client, { projectId, rows, reviewers: people, corpora })
const { rows: counted } = await client.query(
  `SELECT (SELECT count(*) FROM decision)::int AS decisions, (SELECT count(*) FROM decision_day)::int AS days,
     (SELECT count(*) FROM agreement_unit)::int AS units`,
)
client.release()

const { headers } = await tokenOf(lead)
const server = await serveBuild()
const get = async (path: string) => {
  const begun = performance.now()
  const response = await fetch(`${server.url}${path}`, { headers })
  const answer = await response.text()
  if (!response.ok) throw new Error(`${path}: ${answer}`)
  return performance.now() - begun
}
const today = new Date().toISOString().slice(0, 10)
const asked = ['', `?from=2024-01-01&to=${today}`, '?kind=guideline', `?person=${people[7]}`]
const byQuery = new Map<string, number[]>(asked.map((query) => [query, []]))
const [times, floor]: [number[], number[]] = [[], []]
for (let i = 0; i < requests + WARM_UP; i++) {
  const query = asked[i % asked.length]!
  const ms = await get(`/api/projects/${slug}/quality${query}`)
  const least = await get('/api/session')
  if (i < WARM_UP) continue
  times.push(ms)
  floor.push(least)
  byQuery.get(query)!.push(ms)
}
const agreement: number[] = []
for (let i = 0; i < 12; i++)
  agreement.push(await get(`/api/projects/${slug}/quality/agreement?from=2024-01-01`))
await server.stop()
await disconnect()
printResult({
  p95Ms: round(percentile(times, 0.95)),
  timesFloor: round(percentile(times, 0.95) / percentile(floor, 0.95)),
  p50Ms: round(percentile(times, 0.5)),
  floorMsP95: round(percentile(floor, 0.95)),
  floorMsP50: round(percentile(floor, 0.5)),
  timesFloorP50: round(percentile(times, 0.5) / percentile(floor, 0.5)),
  agreementMsP50: round(percentile(agreement.slice(2), 0.5)),
  agreementMsP95: round(percentile(agreement.slice(2), 0.95)),
  ...Object.fromEntries(
    [...byQuery].map(([query, ms]) => [`p95Ms ${query || 'all'}`, round(percentile(ms, 0.95))]),
  ),
  ...(counted[0] as { decisions: number; days: number; units: number }),
  insertSecondsPerMillion: round(loaded.secondsPerMillion),
  requests,
  floor: 'the signed-in route that says who one is, asked of the same server after each dashboard',
})
process.exit(0)

async function makeLabelledCorpus(name: string): Promise<string> {
  const id = crypto.randomUUID()
  const labels = Array.from({ length: 200 }, (_, at) => ({
    label: `label-${at}`,
    items: 900 - at,
    instances: 300,
  }))
  await db.corpus.create({
    data: {
      ...{
        id,
        projectId,
        name,
        labels,
        taskForm: 'ner',
        language: 'en',
        licence: 'CC0-1.0',
        source: 'drawn',
        split: 'train',
      },
      ...{
        format: 'jsonl',
        fileKey: id,
        fileName: `${name}.jsonl`,
        fileSha256: '0'.repeat(64),
        fileBytes: 1n,
      },
      ...{ state: 'ready', createdById: lead.id },
    },
  })
  return id
}
