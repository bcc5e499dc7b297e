import type { RuleEvidence } from '@/lib/artifacts/kinds/rule/evidence'
import type { AppliedRule } from '@/lib/rules/apply-rule'

export type Confusion = NonNullable<RuleEvidence['confusion']>

/** So many different wordings are remembered; what is new after that is not: memory does not grow with the corpus. */
const MOST_WORDINGS = 100_000
const LONGEST = 80
const SHOWN = 8

/** Which labels people give to the same thing, and to the same words in different places. */
export class LabelConfusions {
  private readonly byWords = new Map<string, Map<string, number>>()
  private readonly twice = new Map<string, number>()

  see(words: string, label: string): void {
    if (words.length > LONGEST) return
    const key = words.toLowerCase()
    const known = this.byWords.get(key) ?? new Map<string, number>()
    if (known.size === 0) {
      if (this.byWords.size >= MOST_WORDINGS) return
      this.byWords.set(key, known)
    }
    known.set(label, (known.get(label) ?? 0) + 1)
  }

  /** The very same thing has both. */
  seeBoth(one: string, other: string): void {
    const key = pairKey(one, other)
    this.twice.set(key, (this.twice.get(key) ?? 0) + 1)
  }

  /** Every pair that is ever confused, with how many things would have another label if the confusion were none. */
  pairs(): { labels: [string, string]; weight: number }[] {
    const weights = new Map(this.twice)
    for (const labels of this.byWords.values()) {
      const several = [...labels]
      for (const [at, [one, count]] of several.entries())
        for (const [other, others] of several.slice(at + 1)) {
          const key = pairKey(one, other)
          weights.set(key, (weights.get(key) ?? 0) + Math.min(count, others))
        }
    }
    return [...weights]
      .map(([key, weight]) => ({ labels: key.split('\t') as [string, string], weight }))
      .sort((a, b) => b.weight - a.weight || (a.labels.join() < b.labels.join() ? -1 : 1))
  }

  /** What a rule that joins two labels, or chooses between them, rests on; nothing for other rules. */
  behind({ transform }: AppliedRule): Confusion | undefined {
    const labels = labelsOf(transform)
    if (labels.length !== 2) return undefined
    const [one, other] = labels as [string, string]
    const wordings = [...this.byWords].flatMap(([words, counts]) => {
      const [a, b] = [counts.get(one) ?? 0, counts.get(other) ?? 0]
      return a && b ? [{ words, counts: [a, b] }] : []
    })
    wordings.sort((a, b) => least(b) - least(a) || total(b) - total(a) || (a.words < b.words ? -1 : 1))
    return {
      labels: [one, other],
      twice: this.twice.get(pairKey(one, other)) ?? 0,
      wordings: wordings.length,
      mentions: wordings.reduce((sum, wording) => sum + total(wording), 0),
      examples: wordings.slice(0, SHOWN),
    }
  }
}

type Wording = { counts: number[] }
const least = ({ counts }: Wording) => Math.min(...counts)
const total = ({ counts }: Wording) => counts.reduce((sum, one) => sum + one, 0)

const pairKey = (one: string, other: string) => [one, other].sort().join('\t')

function labelsOf({ name, parameters }: AppliedRule['transform']): unknown[] {
  if (name === 'merge-labels') return [...[parameters.labels].flat(), parameters.into]
  return name === 'tie-break' ? [parameters.prefer, ...[parameters.over].flat()] : []
}
