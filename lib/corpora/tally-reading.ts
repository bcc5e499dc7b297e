import { compareLabelCounts, type LabelCount, type ReadInstance } from '@/lib/corpora/model'

/** What a reading of a file has found so far. */
export type Tally = {
  instanceCount: number
  refusedCount: number
  warningCount: number
  spanCount: number
  labels: Map<string, LabelCount>
}

export function newTally(found: LabelCount[] = []): Tally {
  const labels = new Map(found.map((count) => [count.label, { ...count }]))
  return { instanceCount: 0, refusedCount: 0, warningCount: 0, spanCount: 0, labels }
}

/** Counts one reading in. Returns the labels of its instance, each once, in code-unit order. */
export function tallyReading(tally: Tally, { instance, issues }: ReadInstance): string[] {
  let isRefused = false
  for (const { severity } of issues)
    if (severity === 'warning') tally.warningCount++
    else isRefused = true
  if (isRefused) tally.refusedCount++
  if (!instance) return []
  tally.instanceCount++
  tally.spanCount += instance.spans.length
  const own = new Set<string>()
  for (const { label } of instance.spans) {
    const count = tally.labels.get(label) ?? { label, spans: 0, instances: 0 }
    if (count.spans++ === 0) tally.labels.set(label, count)
    if (own.has(label)) continue
    own.add(label)
    count.instances++
  }
  return [...own].sort()
}

export function labelCounts(tally: Tally): LabelCount[] {
  return [...tally.labels.values()].sort(compareLabelCounts)
}
