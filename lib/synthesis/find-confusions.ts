import type { NerGold } from '@/lib/tasks/ner/gold'
import { mentionsOf } from '@/lib/tasks/ner/lower-gold'

const MOST = 8

/**
 * Which labels are easily taken for each other, from the gold itself: the same words carry both, or spans of both overlap.
 * Likeliest first, at most eight for each label.
 */
export function findConfusions(instances: readonly { text: string; gold: NerGold }[]): Map<string, string[]> {
  const pairs = new PairCounts()
  const labelsOf = new Map<string, Set<string>>()
  for (const { text, gold } of instances) {
    for (const { span, words } of mentionsOf(text, gold)) {
      const key = words.toLowerCase()
      const known = labelsOf.get(key)
      if (known) known.add(span.label)
      else labelsOf.set(key, new Set([span.label]))
    }
    countOverlaps(gold, pairs)
  }
  for (const labels of labelsOf.values()) if (labels.size > 1) pairs.addAll([...labels])
  return pairs.likeliest()
}

function countOverlaps({ spans }: NerGold, pairs: PairCounts): void {
  for (const [at, span] of spans.entries())
    for (let next = at + 1; next < spans.length && spans[next]!.start < span.end; next++)
      pairs.add(span.label, spans[next]!.label)
}

class PairCounts {
  private readonly counts = new Map<string, Map<string, number>>()

  addAll(labels: string[]): void {
    for (const [at, label] of labels.entries())
      for (const other of labels.slice(at + 1)) this.add(label, other)
  }

  add(a: string, b: string): void {
    if (a === b) return
    this.count(a, b)
    this.count(b, a)
  }

  likeliest(): Map<string, string[]> {
    return new Map(
      [...this.counts].map(([label, others]) => [
        label,
        [...others]
          .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
          .slice(0, MOST)
          .map(([other]) => other),
      ]),
    )
  }

  private count(label: string, other: string): void {
    const others = this.counts.get(label) ?? new Map<string, number>()
    this.counts.set(label, others.set(other, (others.get(other) ?? 0) + 1))
  }
}
