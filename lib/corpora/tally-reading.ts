import { compareLabelCounts, type LabelCount, MAX_LABELS, type ReadInstance } from '@/lib/corpora/model'
import { AppError } from '@/lib/platform/errors'

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
  if (tally.labels.size > MAX_LABELS) throw tooManyLabels(instance.spans.at(-1)!.label)
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
