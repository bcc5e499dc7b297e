import {
  compareLabelCounts,
  type LabelCount,
  MAX_LABELS,
  type NewInstance,
  type ReadInstances,
} from '@/lib/corpora/model'
import { AppError } from '@/lib/platform/errors'

/** What a reading of a file has found so far. */
export type Tally = {
  readingCount: number
  instanceCount: number
  refusedCount: number
  warningCount: number
  itemCount: number
  labels: Map<string, LabelCount>
}

export function newTally(found: LabelCount[] = []): Tally {
  const labels = new Map(found.map((count) => [count.label, { ...count }]))
  return { readingCount: 0, instanceCount: 0, refusedCount: 0, warningCount: 0, itemCount: 0, labels }
}

/** Counts one reading in. Returns for each of its instances the labels, each once, in code-unit order. */
export function tallyReading(tally: Tally, { instances, issues }: ReadInstances): string[][] {
  tally.readingCount++
  let isRefused = false
  for (const { severity } of issues)
    if (severity === 'warning') tally.warningCount++
    else isRefused = true
  if (isRefused) tally.refusedCount++
  return instances.map((instance) => tallyInstance(tally, instance))
}

function tallyInstance(tally: Tally, { labels }: NewInstance): string[] {
  tally.instanceCount++
  tally.itemCount += labels.length
  const own = new Set<string>()
  for (const label of labels) {
    const count = tally.labels.get(label) ?? { label, items: 0, instances: 0 }
    if (count.items++ === 0) tally.labels.set(label, count)
    if (own.has(label)) continue
    own.add(label)
    count.instances++
  }
  if (tally.labels.size > MAX_LABELS) throw tooManyLabels(labels.at(-1)!)
  return [...own].sort()
}

/** A hundred thousand labels are ids or mentions in the place of labels: every list and every draft would drown in them. */
function tooManyLabels(example: string): AppError {
  return new AppError(
    'invalid',
    `This file has more than ${MAX_LABELS} labels, such as “${example}”. What stands in the place of the labels is something else; write the labels there.`,
    { reason: 'too-many-labels', params: { limit: MAX_LABELS, label: example } },
  )
}

export function labelCounts(tally: Tally): LabelCount[] {
  return [...tally.labels.values()].sort(compareLabelCounts)
}
