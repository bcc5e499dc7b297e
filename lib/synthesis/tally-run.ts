import type { Instruction, RefusalReason } from '@/lib/synthesis/model'
import type { Composed } from '@/lib/synthesis/prepared/model'
import type { TallyCounts } from '@/lib/synthesis/schema'

/** Refused records that a person can look at, for each gate: the first ones. */
export const MOST_REFUSED = 50

export type RunTally = {
  instructions: number
  instance(): void
  add(composed: Composed): void
  counts(): TallyCounts
}

/**
 * Counts what composition made and refused, and keeps the first records that each gate refused. Labels are counted by the
 * instructions that ask for them.
 */
export function tallyRun(): RunTally {
  const counts = { instances: 0, basic: 0, compound: 0, empty: 0, unguided: 0, carriedOver: 0 }
  const refused = new Map<RefusalReason, number>()
  const refusals: TallyCounts['refusals'] = {}
  const by = {
    corpus: newCounts(),
    label: newCounts(),
    form: newCounts(),
    carrier: newCounts(),
    version: newCounts(),
  }
  const byStrategy = newCounts()
  const missed = newCounts()
  const rules = newCounts()
  const mix = newCounts()
  return {
    get instructions() {
      return counts.basic + counts.compound
    },
    instance() {
      counts.instances++
    },
    add(composed) {
      if (!composed.made) {
        countIn(refused, composed.reason)
        return keep(refusals, composed)
      }
      const {
        strategy,
        strategies = [],
        corpusId,
        labels,
        taskForm,
        carrier,
        rule,
        versions,
      } = composed.instruction.provenance
      counts[strategy]++
      if (composed.empty) counts.empty++
      if (composed.isHeldBack) counts.unguided++
      if (composed.isCarriedOver) counts.carriedOver++
      countIn(by.corpus, corpusId)
      countIn(by.form, taskForm)
      countIn(by.carrier, carrier)
      countIn(mix, mixKeyOf(composed.instruction))
      for (const label of labels) countIn(by.label, label)
      for (const one of strategies) countIn(byStrategy, one)
      for (const { versionId } of versions) countIn(by.version, versionId)
      for (const one of composed.missed) countIn(missed, one)
      if (rule) countIn(rules, rule.changed ? 'changed' : 'unchanged')
    },
    counts: () => ({
      ...counts,
      refused: Object.fromEntries(refused),
      byCorpus: Object.fromEntries(by.corpus),
      byLabel: Object.fromEntries(by.label),
      byVersion: Object.fromEntries(by.version),
      byForm: Object.fromEntries(by.form),
      byCarrier: Object.fromEntries(by.carrier),
      byStrategy: Object.fromEntries(byStrategy),
      missed: Object.fromEntries(missed),
      rules: { changed: rules.get('changed') ?? 0, unchanged: rules.get('unchanged') ?? 0 },
      mix: Object.fromEntries(mix),
      refusals,
    }),
  }
}

/** Task form, strategies and carrier of a record, as its mix is counted: `ner/guideline+format/yaml`, `tc/basic/csv`. */
export function mixKeyOf({ provenance: { taskForm, strategies = [], carrier } }: Instruction): string {
  return `${taskForm}/${strategies.length ? strategies.join('+') : 'basic'}/${carrier}`
}

function keep(
  refusals: TallyCounts['refusals'],
  { reason, record }: Extract<Composed, { made: false }>,
): void {
  if (!record) return
  const kept = refusals[reason] ?? []
  refusals[reason] = kept
  if (kept.length < MOST_REFUSED) kept.push(record)
}

const newCounts = () => new Map<string, number>()

function countIn<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
