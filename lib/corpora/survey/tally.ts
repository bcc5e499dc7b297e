import { itemSteps, lengthSteps, type SurveyContent, stepOf, termOf } from '@/lib/corpora/survey/model'

/** What a survey has counted so far; plain data, so that it is stored with the place reached. */
export type SurveyTally = {
  instances: number
  items: number
  characters: number
  lengths: Record<string, number>
  density: Record<string, number>
  languages: Record<string, number>
  labels: string[]
  counts: number[][]
}

export type Surveyed = {
  labels: readonly string[]
  items: number
  length: number
  language: string
}

export function newSurveyTally(labels: readonly string[]): SurveyTally {
  return {
    ...{ instances: 0, items: 0, characters: 0, lengths: {}, density: {}, languages: {} },
    labels: [...labels],
    counts: labels.map(() => labels.map(() => 0)),
  }
}

/** Counts an instance in, and tells by which terms it is found beside its words. */
export function tallyInstance(tally: SurveyTally, instance: Surveyed, places: Map<string, number>): string[] {
  const length = stepOf(lengthSteps, instance.length)
  const items = stepOf(itemSteps, instance.items)
  tally.instances++
  tally.items += instance.items
  tally.characters += instance.length
  increase(tally.lengths, length)
  increase(tally.density, items)
  increase(tally.languages, instance.language)
  tallyPairs(tally.counts, instance.labels, places)
  return [
    termOf.length(length),
    termOf.items(items),
    termOf.language(instance.language),
    ...instance.labels.map(termOf.label),
  ]
}

function increase(counts: Record<string, number>, key: string | number): void {
  counts[key] = (counts[key] ?? 0) + 1
}

function tallyPairs(counts: number[][], labels: readonly string[], places: Map<string, number>): void {
  const own = labels.flatMap((label) => places.get(label) ?? [])
  for (const a of own) for (const b of own) counts[a]![b]!++
}

/** As people read it: classes in order with none left out between the first and the last that occur. */
export function surveyContent(tally: SurveyTally): Omit<SurveyContent, 'problems'> {
  const { instances, items, characters, labels, counts } = tally
  const languages = Object.entries(tally.languages)
    .map(([language, count]) => ({ language, instances: count }))
    .sort((a, b) => b.instances - a.instances || (a.language < b.language ? -1 : 1))
  return {
    ...{ instances, items, characters, languages },
    lengths: classesOf(lengthSteps, tally.lengths),
    density: classesOf(itemSteps, tally.density),
    pairs: { labels, counts },
  }
}

function classesOf(steps: readonly number[], counts: Record<string, number>) {
  const all = steps.map((from) => ({ from, instances: counts[from] ?? 0 }))
  const first = all.findIndex((one) => one.instances > 0)
  return first < 0 ? [] : all.slice(first, all.findLastIndex((one) => one.instances > 0) + 1)
}
