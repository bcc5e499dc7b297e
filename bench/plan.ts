// How fast the planner plans and draws combinations, beside drawing one random number for each as the project draws them: seeded by
// name, each by its own (lib/synthesis/make-draw).
import { collectGarbage, numberArgument, printResult, round } from '@/bench/measure'
import { makeDraw } from '@/lib/synthesis/make-draw'
import { countCombinations } from '@/lib/taxonomy/combinations/count-combinations'
import { drawCombinations } from '@/lib/taxonomy/combinations/draw-combinations'
import { combinationOrderSchema } from '@/lib/taxonomy/combinations/model'
import { planCombinations } from '@/lib/taxonomy/combinations/plan-combinations'

const ROUNDS = 5
const count = numberArgument('subjects', 18_900)
const total = numberArgument('combinations', count * 20)
/** Of ten to thirty sessions of three to seven concepts, as syllabi are. */
const subjects = Array.from({ length: count }, (_, at) => {
  const draw = makeDraw({ seed: 0, instanceId: `syllabus ${at}`, copy: 0 })
  const sessions = 10 + Math.floor(draw.fraction() * 21)
  const shape = Array.from({ length: sessions }, () => 3 + Math.floor(draw.fraction() * 5))
  return { key: `subject ${at}`, shape, weight: 1 + (at % 3) }
})
const byKey = new Map(subjects.map((one) => [one.key, one]))
const space = subjects.reduce((sum, { shape }) => {
  const { s1, s2 } = countCombinations(shape)
  return sum + s1 + s2
}, 0n)

type Measured = { seconds: number; cpu: number }

function measured(work: () => void): Measured {
  collectGarbage()
  const [began, before] = [performance.now(), process.cpuUsage()]
  work()
  const { user, system } = process.cpuUsage(before)
  return { seconds: (performance.now() - began) / 1000, cpu: (user + system) / 1e6 }
}

let used = 0
const planAll = (conceptCap: number | null) => {
  const order = combinationOrderSchema.parse({ total, seed: 1, conceptCap })
  const plan = planCombinations(subjects, order)
  return { order, plan }
}
const drawAll = (conceptCap: number | null) => () => {
  const { order, plan } = planAll(conceptCap)
  let drawn = 0
  for (const { key, rounds } of plan.parts)
    for (const { picks } of drawCombinations(byKey.get(key)!, { order, rounds })) {
      drawn++
      used += picks.length
    }
  if (drawn + plan.missing !== total) throw new Error(`${drawn} were drawn of ${total}.`)
}
const drawNumbers = () => {
  for (let at = 0; at < total; at++)
    used += makeDraw({
      seed: 1,
      instanceId: `subject ${at % count}`,
      copy: Math.floor(at / count),
    }).fraction()
}

// In turns, so that what else the machine does falls on all of them.
const rounds = Array.from({ length: ROUNDS }, () => ({
  floor: measured(drawNumbers),
  plan: measured(() => void planAll(null)),
  drawn: measured(drawAll(null)),
  capped: measured(drawAll(12)),
}))
const best = (pick: (one: (typeof rounds)[number]) => Measured, by: keyof Measured) =>
  Math.min(...rounds.map((one) => pick(one)[by]))
if (!Number.isFinite(used)) throw new Error('nothing was drawn')
printResult({
  combinationsPerSecond: Math.round(total / best(({ drawn }) => drawn, 'seconds')),
  shareOfFloor: round(best(({ floor }) => floor, 'cpu') / best(({ drawn }) => drawn, 'cpu')),
  floorPerSecond: Math.round(total / best(({ floor }) => floor, 'seconds')),
  planMs: round(best(({ plan }) => plan, 'seconds') * 1000),
  cappedPerSecond: Math.round(total / best(({ capped }) => capped, 'seconds')),
  combinations: total,
  subjects: count,
  space: String(space),
})
