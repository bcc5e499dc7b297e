// How soon the tree opens, a node of it opens and a name in it is found, over a tree of so many nodes. The page is what a browser asks for.
import { serveBuild } from '@/bench/desk/serve-build'
import { numberArgument, percentile, printResult, round } from '@/bench/measure'
import { drawTree } from '@/bench/taxonomy/draw-tree'
import { db, disconnect } from '@/lib/platform/db'
import { readOutline } from '@/lib/taxonomy/outline/formats/text/read-outline'
import { planImport } from '@/lib/taxonomy/outline/plan-import'
import { writeImport } from '@/lib/taxonomy/outline/write-import'
import { browserOf, joinProject, makeProject } from '@/prisma/factories/people'

const nodes = numberArgument('nodes', 100_000)
const requests = numberArgument('requests', 60)
const WARM_UP = 10

const lead = await makeProject()
const { slug, id: projectId } = lead.project
for (let i = 0; i < 3; i++) await joinProject(slug)
const { rows } = readOutline(drawTree(nodes))
const begun = performance.now()
await db.$transaction(
  async (tx) => {
    const plan = await planImport(tx, projectId, rows)
    await writeImport(tx, { kind: 'person', id: lead.id }, { projectId, plan })
  },
  { timeout: 600_000 },
)
const importSeconds = (performance.now() - begun) / 1000
await db.$executeRaw`ANALYZE`

const headers = Object.fromEntries(await browserOf(lead))
const server = await serveBuild()
const get = async (path: string) => {
  const begun = performance.now()
  const response = await fetch(`${server.url}${path}`, { headers, redirect: 'error' })
  const answer = await response.text()
  if (!response.ok) throw new Error(`${path}: ${answer.slice(0, 300)}`)
  return { ms: performance.now() - begun, answer }
}
const parents = await db.taxonomyNode.findMany({
  where: { projectId, children: { gt: 0 } },
  select: { id: true },
  orderBy: { path: 'asc' },
})
const parentAt = (i: number) => parents[(i * 7919) % parents.length]!.id
// Rare and common, in both languages, found and not found.
const asked = [
  'acid',
  '化学',
  'subject 12',
  '科目 7',
  'discipline 3.1',
  'nothing',
  '领域',
  'waves and',
  '自然',
]
const opened: number[] = []
const expanded: number[] = []
const searched: number[] = []
const floor: number[] = []
for (let i = 0; i < requests + WARM_UP; i++) {
  const open = await get(`/p/${slug}/taxonomy`)
  const expand = await get(`/api/projects/${slug}/taxonomy/nodes?limit=100&parent=${parentAt(i)}`)
  const search = await get(
    `/api/projects/${slug}/taxonomy/found?limit=100&q=${encodeURIComponent(asked[i % asked.length]!)}`,
  )
  const least = await get('/api/session')
  if (i < WARM_UP) continue
  opened.push(open.ms)
  expanded.push(expand.ms)
  searched.push(search.ms)
  floor.push(least.ms)
}
await server.stop()
const [floorP50, floorP95] = [percentile(floor, 0.5), percentile(floor, 0.95)]
printResult({
  openMs: round(percentile(opened, 0.5)),
  expandP95Ms: round(percentile(expanded, 0.95)),
  searchP95Ms: round(percentile(searched, 0.95)),
  openTimesFloor: round(percentile(opened, 0.5) / floorP50),
  expandTimesFloor: round(percentile(expanded, 0.95) / floorP95),
  searchTimesFloor: round(percentile(searched, 0.95) / floorP95),
  ...{ expandP50Ms: round(percentile(expanded, 0.5)), searchP50Ms: round(percentile(searched, 0.5)) },
  ...{ floorMsP50: round(floorP50), floorMsP95: round(floorP95) },
  ...{ nodes: rows.length, importSeconds: round(importSeconds), requests },
  floor: 'the signed-in route that says who one is, asked of the same server each time',
})
await disconnect()
process.exit(0)
