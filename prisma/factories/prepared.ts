import { findCarrier } from '@/lib/formats/find-carrier'
import type { CarrierName } from '@/lib/formats/model'
import type {
  PreparedCorpus,
  PreparedForm,
  PreparedFormat,
  PreparedGuideline,
  PreparedRecipe,
  PreparedRelease,
  PreparedRule,
  Source,
} from '@/lib/synthesis/prepared/model'
import { makeRecipe } from './synthesis'

const sourceOf = (name: string, kind: string): Source => ({
  versionId: `v-${name}`,
  contentHash: `h-${name}`,
  decisionId: `d-${name}`,
  decidedBy: 'r',
  kind,
})

/** An approved guideline as composition gets it, with a line of each sort. */
export function makePreparedGuideline(
  label: string,
  {
    definition = `Definition of ${label}.`,
    ...given
  }: Partial<PreparedGuideline> & { definition?: string } = {},
): PreparedGuideline {
  return {
    label,
    definitions: { en: [definition], zh: [definition] },
    includes: [`Include line of ${label}.`],
    excludes: [`Exclude line of ${label}.`],
    typical: [],
    positives: [],
    negatives: [],
    source: sourceOf(label, 'guideline'),
    ...given,
  }
}

export const PREPARED_CORPUS = '6b1f0a52-8a3c-4f0e-9d56-0d5a3f3c1b11'

type GivenForm = Partial<PreparedForm> &
  Partial<Pick<PreparedCorpus, 'language'>> &
  Partial<Pick<PreparedRelease, 'formats'>>

/** A release for one corpus that is asked as one form; a guideline for each of its labels unless told otherwise. */
export function makePreparedRelease({ language = 'en', formats = [], ...given }: GivenForm): PreparedRelease {
  const labels = given.labels ?? []
  const guidelines = given.guidelines ?? new Map(labels.map((label) => [label, makePreparedGuideline(label)]))
  const form: PreparedForm = {
    form: 'ner',
    fields: new Map(),
    confusions: new Map(),
    rules: [],
    ...given,
    labels,
    guidelines,
    guided: labels.filter((label) => guidelines.has(label)),
  }
  const corpora = new Map([[PREPARED_CORPUS, { id: PREPARED_CORPUS, language, forms: [form] }]])
  return { id: 'release', corpora, formats }
}

/** A format variant with sentences that no carrier has. */
export function makePreparedFormat(
  carrier: CarrierName,
  { parameters = {}, ...given }: Partial<PreparedFormat> = {},
): PreparedFormat {
  return {
    carrier,
    parameters: findCarrier(carrier).parameters.parse(parameters),
    forms: [],
    ask: { en: [`Answer as ${carrier}, by {group}: {items}.`], zh: [`以 ${carrier} 作答：{items}。`] },
    askRecords: { en: [`Answer as ${carrier} with {fields}.`], zh: [`以 ${carrier} 作答：{fields}。`] },
    source: sourceOf(`format-${carrier}`, 'format'),
    ...given,
  }
}

/** A rule that people approved; without a transform or applications it applies to nothing. */
export function makePreparedRule(name: string, given: Partial<PreparedRule> = {}): PreparedRule {
  return {
    scope: { labels: [] },
    statements: { en: [`Rule ${name}.`], zh: [`规则 ${name}。`] },
    transform: null,
    family: null,
    applications: new Map(),
    exceptions: new Set(),
    approvedAs: null,
    source: sourceOf(name, 'rule'),
    ...given,
  }
}

/** A recipe whose plans are what its shares say, as where the release has everything for every record. */
export function makePreparedRecipe(given: Partial<PreparedRecipe> = {}): PreparedRecipe {
  const { corpora: _corpora, ...rest } = given
  const made = { ...makeRecipe({ corpora: [PREPARED_CORPUS] }), ...rest }
  return {
    hash: 'recipe',
    chances: new Map(),
    empty: { keep: 1, make: 0 },
    compound: { chance: made.compoundShare, reachable: 1 },
    unchangedRule: made.ruleNoChangeShare,
    ...made,
  }
}
