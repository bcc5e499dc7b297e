import type { CorpusCounts } from '@/lib/corpora/fixes/model'
import { compareLabelCounts, type LabelCount } from '@/lib/corpora/model'

/** The counts of a corpus while a fix changes its instances: what each had is taken off, what it has is put on. */
export type MovingCounts = { instances: number; items: number; labels: Map<string, LabelCount> }

export function movingCounts({ instanceCount, itemCount, labels }: CorpusCounts): MovingCounts {
  return {
    instances: instanceCount,
    items: itemCount,
    labels: new Map(labels.map((count) => [count.label, { ...count }])),
  }
}

/** One instance: the label of every labelled thing in it before and after; null after for one that goes. */
export function countChange(
  counts: MovingCounts,
  { before, after }: { before: readonly string[]; after: readonly string[] | null },
): void {
  if (after === null) counts.instances--
  add(counts, before, -1)
  add(counts, after ?? [], 1)
}

function add(counts: MovingCounts, found: readonly string[], sign: 1 | -1): void {
  counts.items += sign * found.length
  for (const label of found) countOf(counts, label).items += sign
  for (const label of new Set(found)) countOf(counts, label).instances += sign
}

function countOf({ labels }: MovingCounts, label: string): LabelCount {
  const known = labels.get(label) ?? { label, items: 0, instances: 0 }
  labels.set(label, known)
  return known
}

/** A label that nothing carries any more is none. */
export function corpusCounts({ instances, items, labels }: MovingCounts): CorpusCounts {
  const left = [...labels.values()].filter((count) => count.items > 0)
  return { instanceCount: instances, itemCount: items, labels: left.sort(compareLabelCounts) }
}
