import type { Composed, RefusalReason } from '@/lib/synthesis/model'
import type { RunCounts } from '@/lib/synthesis/schema'

export type RunTally = {
  instructions: number
  instance(): void
  add(composed: Composed): void
  counts(): RunCounts
}

/** Counts what composition made and refused. Labels are counted by the instructions that ask for them. */
export function tallyRun(): RunTally {
  const strategies = { basic: 0, compound: 0 }
  const refused = new Map<RefusalReason, number>()
  const byCorpus = new Map<string, number>()
  const byLabel = new Map<string, number>()
  const byVersion = new Map<string, number>()
  let instances = 0
  let empty = 0
  let unguided = 0
  return {
    get instructions() {
      return strategies.basic + strategies.compound
    },
    instance() {
      instances++
    },
    add(composed) {
      if (!composed.made) return countIn(refused, composed.reason)
      const { strategy, corpusId, labels, versions } = composed.instruction.provenance
      strategies[strategy]++
      if (composed.empty) empty++
      if (!composed.guidable) unguided++
      countIn(byCorpus, corpusId)
      for (const label of labels) countIn(byLabel, label)
      for (const { versionId } of versions) countIn(byVersion, versionId)
    },
    counts: () => ({
      instances,
      ...strategies,
      empty,
      unguided,
      refused: Object.fromEntries(refused),
      byCorpus: Object.fromEntries(byCorpus),
      byLabel: Object.fromEntries(byLabel),
      byVersion: Object.fromEntries(byVersion),
    }),
  }
}

function countIn<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
