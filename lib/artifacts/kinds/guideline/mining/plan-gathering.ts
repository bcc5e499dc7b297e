import { tokenKindSchema } from '@/lib/artifacts/kinds/guideline/evidence'
import type { GoldSurvey, KeyCounts } from '@/lib/artifacts/kinds/guideline/mining/gold-survey'
import type { Section } from '@/lib/artifacts/kinds/guideline/mining/observation'
import { functionWords } from '@/lib/artifacts/kinds/guideline/mining/word-lists'
import type { WordWeights } from '@/lib/artifacts/kinds/guideline/mining/word-weights'

/** How many keys of a section the second pass looks at, per label. More are gathered than are shown. */
export const MOST: Record<Exclude<Section, 'first' | 'last'>, number> = {
  frequent: 40,
  lengths: 40,
  shapes: 20,
  before: 24,
  after: 24,
  heads: 60,
  introducing: 20,
  neighbours: 24,
  nesting: 30,
  ends: 60,
  types: 24,
  between: 30,
  order: 3,
  companions: 40,
  roles: 40,
  several: 40,
  fillers: 200,
  words: 40,
}
const MOST_SPECIAL = 60
const MOST_AMBIGUOUS = 24
const MOST_SOUGHT = 1000
const MOST_SOUGHT_IN_ALL = 30_000

/** Kinds of tokens whose place, outside or inside, a guideline has to say. */
const special = new Set<string>(tokenKindSchema.exclude(['word', 'punctuation']).options)

/** What the second pass gathers for one label: keys by section, mentions that others carry too, words to look for. */
export type LabelPlan = { keys: Map<Section, string[]>; ambiguous: string[]; sought: string[] }

export function planGathering(
  survey: GoldSurvey,
  { labels, weights }: { labels: string[]; weights: WordWeights },
): Map<string, LabelPlan> {
  const shared = sharedMentions(survey)
  const mostSought = Math.min(MOST_SOUGHT, Math.ceil(MOST_SOUGHT_IN_ALL / Math.max(1, labels.length)))
  return new Map(
    labels.map((label) => {
      const counts = survey.countsOf(label, 'frequent')
      const sought = counts.top(mostSought).filter(isWorthSeeking)
      return [
        label,
        {
          keys: keysOf(survey, { label, weights }),
          ambiguous: mostAmbiguous(survey, { label, shared }),
          sought,
        },
      ]
    }),
  )
}

function keysOf(
  survey: GoldSurvey,
  { label, weights }: { label: string; weights: WordWeights },
): Map<Section, string[]> {
  const counts = (section: Section) => survey.countsOf(label, section)
  const keys = new Map<Section, string[]>(
    Object.entries(MOST).map(([section, most]) => [section as Section, counts(section as Section).top(most)]),
  )
  keys.set(
    'words',
    weights.standingOut(label, MOST.words).map(({ word }) => word),
  )
  for (const [beside, end] of [
    ['before', 'first'],
    ['after', 'last'],
  ] as const) {
    const outside = new Set([
      ...keys.get(beside)!,
      ...specialKeys(counts(beside)),
      ...specialKeys(counts(end)),
    ])
    keys.set(beside, [...outside])
    keys.set(
      end,
      [...outside].filter((key) => counts(end).has(key)),
    )
  }
  return keys
}

function specialKeys(counts: KeyCounts): string[] {
  return counts
    .top(Number.POSITIVE_INFINITY)
    .filter((key) => special.has(key.slice(0, key.indexOf('\t'))))
    .slice(0, MOST_SPECIAL)
}

/** Mentions that more than one label carries, with those labels. */
function sharedMentions(survey: GoldSurvey): Map<string, string[]> {
  const first = new Map<string, string>()
  const shared = new Map<string, string[]>()
  for (const label of survey.labels())
    for (const mention of survey.countsOf(label, 'frequent').keys()) {
      const other = first.get(mention)
      if (other === undefined) first.set(mention, label)
      else shared.set(mention, [...(shared.get(mention) ?? [other]), label])
    }
  return shared
}

/** Those where the lesser side is largest come first. */
function mostAmbiguous(
  survey: GoldSurvey,
  { label, shared }: { label: string; shared: Map<string, string[]> },
): string[] {
  const own = survey.countsOf(label, 'frequent')
  const weigh = (mention: string) => {
    const others = shared.get(mention)!.filter((other) => other !== label)
    const elsewhere = others.reduce((sum, other) => sum + survey.countsOf(other, 'frequent').get(mention), 0)
    return { mention, lesser: Math.min(own.get(mention), elsewhere), all: own.get(mention) + elsewhere }
  }
  return [...shared]
    .filter(([, labels]) => labels.includes(label))
    .map(([mention]) => weigh(mention))
    .sort((a, b) => b.lesser - a.lesser || b.all - a.all)
    .slice(0, MOST_AMBIGUOUS)
    .map(({ mention }) => mention)
}

/** Single characters, numbers and grammar words stand everywhere and say nothing. */
function isWorthSeeking(mention: string): boolean {
  return mention.length > 1 && /\p{L}/u.test(mention) && !functionWords.has(mention.toLowerCase())
}
