// How soon a page of instances is there, at any depth of a large corpus, with and without a filter.
import { numberArgument, percentile, printResult, round } from '@/bench/measure'
import { labels, newDraw, rareLabel } from '@/bench/pages/draw-texts'
import { makeWorld } from '@/bench/pages/world'

const rows = numberArgument('rows', 200_000)
const requests = numberArgument('requests', 300)
const WARM_UP = 30

const world = await makeWorld(rows)
const draw = newDraw(3)
const filters = [
  '',
  '',
  `&label=${labels[0]}`,
  `&label=${labels[20]}`,
  `&label=${rareLabel}`,
  `&label=${labels[0]}&otherLabel=${labels[5]}`,
  '&length=200',
]
const [pages, floor]: [number[], number[]] = [[], []]
const byFilter = new Map<string, number[]>(filters.map((filter) => [filter, []]))
for (let i = 0; i < requests + WARM_UP; i++) {
  const filter = filters[i % filters.length]!
  const { ms } = await world.get(`${world.instances}?cursor=${Math.floor(rows * draw())}${filter}`)
  const least = await world.floor()
  if (i < WARM_UP) continue
  pages.push(ms)
  floor.push(least)
  byFilter.get(filter)!.push(ms)
}
await world.stop()
printResult({
  p95Ms: round(percentile(pages, 0.95)),
  timesFloor: round(percentile(pages, 0.95) / percentile(floor, 0.95)),
  p50Ms: round(percentile(pages, 0.5)),
  floorMsP95: round(percentile(floor, 0.95)),
  floorMsP50: round(percentile(floor, 0.5)),
  timesFloorP50: round(percentile(pages, 0.5) / percentile(floor, 0.5)),
  ...Object.fromEntries(
    [...byFilter].map(([filter, times]) => [`p95Ms ${filter || 'all'}`, round(percentile(times, 0.95))]),
  ),
  rows,
  requests,
  ...world.survey,
  floor: 'the signed-in route that says who one is, asked of the same server after each page',
})
process.exit(0)
