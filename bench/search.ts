// How soon the instances of a large corpus are found that have words, frequent and rare ones.
import { numberArgument, percentile, printResult, round } from '@/bench/measure'
import { chineseText, type Draw, newDraw, wordOf } from '@/bench/pages/draw-texts'
import { makeWorld } from '@/bench/pages/world'

const rows = numberArgument('rows', 200_000)
const requests = numberArgument('requests', 200)
const WARM_UP = 20
/** Ranks of the words, from those in nearly every text to those in a few. */
const RANKS = [1, 5, 20, 100, 500, 2_000, 10_000, 40_000]

const world = await makeWorld(rows)
const draw = newDraw(11)
const latin = await measure(latinQuery)
const chinese = await measure(chineseQuery)
await world.stop()
printResult({
  latinP95Ms: round(percentile(latin.times, 0.95)),
  chineseP95Ms: round(percentile(chinese.times, 0.95)),
  latinTimesFloor: round(percentile(latin.times, 0.95) / percentile(latin.floor, 0.95)),
  chineseTimesFloor: round(percentile(chinese.times, 0.95) / percentile(chinese.floor, 0.95)),
  latinP50Ms: round(percentile(latin.times, 0.5)),
  chineseP50Ms: round(percentile(chinese.times, 0.5)),
  floorMsP95: round(percentile([...latin.floor, ...chinese.floor], 0.95)),
  floorMsP50: round(percentile([...latin.floor, ...chinese.floor], 0.5)),
  slowestLatin: latin.slowest,
  slowestChinese: chinese.slowest,
  found: round(latin.found + chinese.found),
  rows,
  requests: 2 * requests,
  ...world.survey,
  floor: 'the signed-in route that says who one is, asked of the same server after each search',
})
process.exit(0)

/** One word, two, three, or two in quotes as they stand in a text. */
function latinQuery(at: number): string {
  const word = () => wordOf(Math.floor(RANKS[Math.floor(RANKS.length * draw())]! * (1 + draw())))
  const words = Array.from({ length: 1 + (at % 3) }, word)
  return at % 8 === 7 ? `"${wordOf(1)} ${wordOf(at % 50)}"` : words.join(' ')
}

/** Two neighbouring characters as they come in texts; now and then three, or two such words. */
function chineseQuery(at: number): string {
  const piece = (length: number) => {
    const text = chineseText(draw as Draw)
    const from = Math.floor((text.length - length) * draw())
    return text.slice(from, from + length)
  }
  return at % 8 === 7 ? piece(3) : at % 8 === 3 ? `${piece(2)} ${piece(2)}` : piece(2)
}

async function measure(queryOf: (at: number) => string) {
  const [times, floor]: [number[], number[]] = [[], []]
  let found = 0
  let slowest = ''
  for (let i = 0; i < requests + WARM_UP; i++) {
    const query = queryOf(i)
    const cursor = i % 2 === 0 ? 0 : Math.floor(rows * draw())
    const path = `${world.instances}?q=${encodeURIComponent(query)}&cursor=${cursor}`
    const { ms, answer } = await world.get<{ items: unknown[] }>(path)
    const least = await world.floor()
    if (i < WARM_UP) continue
    found += answer.items.length
    if (ms > Math.max(0, ...times)) slowest = `${query}: ${round(ms)} ms`
    times.push(ms)
    floor.push(least)
  }
  return { times, floor, found, slowest }
}
