import type { SecondLook, Surveyed } from '@/lib/artifacts/kinds/guideline/mining/form-miner'
import { wordsIn } from '@/lib/artifacts/kinds/guideline/mining/words-in'

const SMOOTHING = 0.1
const READ = 5000
/** Three characters of Chinese hold two pairs, which are counted already. */
const TRIPLE = /^\p{Script=Han}{3}$/u

/**
 * Finds texts whose words speak for another class than theirs: naive Bayes over the words that the first look counted, each
 * text left out of its own counts. It decides nothing; it shows where the classes lie close together.
 */
export function lookForRivals({ survey, labels, script }: Surveyed): SecondLook {
  const drafted = new Set(labels)
  const names = survey.labels()
  const places = new Map(names.map((label, at) => [label, at]))
  const texts = names.map((label) => survey.totalsOf(label).instances)
  const byWord = new Map<string, [label: number, count: number][]>()
  const sums = names.map(() => 0)
  for (const [at, label] of names.entries())
    for (const [word, count] of survey.countsOf(label, 'words').entries()) {
      if (word.includes(' ') || TRIPLE.test(word)) continue
      const known = byWord.get(word)
      if (known) known.push([at, count])
      else byWord.set(word, [[at, count]])
      sums[at]! += count
    }
  const scores = new Float64Array(names.length)
  const room = SMOOTHING * Math.max(1, byWord.size)

  return ({ text }, items, find) => {
    if (items.length === 0 || names.length < 2) return
    const own = new Set(items.map(({ label }) => places.get(label)!))
    const { single } = wordsIn(text.slice(0, READ), script)
    for (let at = 0; at < names.length; at++) {
      const left = own.has(at) ? 1 : 0
      const size = Math.max(0, sums[at]! - left * single.size) + room
      scores[at] = Math.log(Math.max(0.5, texts[at]! - left)) + single.size * Math.log(SMOOTHING / size)
    }
    for (const word of single)
      for (const [at, count] of byWord.get(word) ?? [])
        scores[at]! += Math.log(1 + Math.max(0, count - (own.has(at) ? 1 : 0)) / SMOOTHING)
    let best = 0
    for (let at = 1; at < names.length; at++) if (scores[at]! > scores[best]!) best = at
    if (own.has(best)) return
    const rival = names[best]!
    for (const item of items) {
      const { start, end, mention } = item
      const place = { start, end, mention }
      if (drafted.has(item.label)) find(item.label, { section: 'taken', key: rival, place })
      if (drafted.has(rival)) find(rival, { section: 'takes', key: item.label, place })
    }
  }
}
