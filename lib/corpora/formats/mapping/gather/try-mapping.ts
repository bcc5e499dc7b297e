import { mapInstance } from '@/lib/corpora/formats/mapping/map-instance'
import { type Mapping, missingFields } from '@/lib/corpora/formats/mapping/schema'

/** Of these records (0 to 1): how many a mapping reads, how many of them without a word about it, and how many with anything in the gold. */
export function tryMapping(
  records: readonly unknown[],
  mapping: Mapping,
): { read: number; clean: number; filled: number } {
  const { taskForm } = mapping
  const counts = { read: 0, clean: 0, filled: 0 }
  if (records.length === 0 || missingFields(mapping, taskForm).length > 0) return counts
  const place = { line: 1, written: '', keys: [] }
  for (const record of records) {
    const { instances, issues } = mapInstance(record, place, { mapping, taskForm })
    if (instances.length === 0) continue
    counts.read++
    if (issues.length === 0) counts.clean++
    if (instances.some((one) => holdsAnything(one.gold))) counts.filled++
  }
  const shareOf = (count: number) => count / records.length
  return { read: shareOf(counts.read), clean: shareOf(counts.clean), filled: shareOf(counts.filled) }
}

/** A gold is made of lists, and of words where a question or a class is. */
function holdsAnything(gold: unknown): boolean {
  return Object.values(gold as object).some((part) => Array.isArray(part) && part.length > 0)
}
