import type { Confusions } from '@/lib/corpora/model'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { AnswerItem, Offsets, TaskForm } from '@/lib/tasks/model'

const MOST = 8
/** Names of labels that share this much of their words sound alike. */
const SHARED_WORDS = 0.5

/**
 * Which labels are easily taken for each other, from the gold itself: the same words carry both, or their places overlap. Likeliest
 * first, at most eight for each label; then labels whose names share most of their words.
 */
export function findConfusions(
  taskForm: TaskForm,
  from: { instances: readonly { text: string; gold: unknown }[]; labels: readonly string[] },
): Confusions {
  const form = findTaskForm(taskForm)
  const pairs = new PairCounts()
  const labelsOf = new Map<string, Set<string>>()
  for (const { text, gold } of from.instances) {
    const schema = [...new Set(form.labelsIn(gold))].map((label) => ({
      label,
      fields: [...(form.fieldsIn(gold).get(label) ?? [])],
    }))
    const { answer, places } = form.lower(text, gold, schema)
    const own = answer.filter(({ label }) => schema.some((asked) => asked.label === label))
    for (const { label, items } of own) for (const item of items) addTo(labelsOf, keyOf(item), label)
    countOverlaps(placesOf(answer, places), pairs)
  }
  for (const labels of labelsOf.values()) if (labels.size > 1) pairs.addAll([...labels])
  return withNamesakes(pairs.likeliest(), from.labels)
}

function keyOf(item: AnswerItem): string {
  return (typeof item === 'string' ? item : JSON.stringify(item)).toLowerCase()
}

function addTo(labelsOf: Map<string, Set<string>>, key: string, label: string): void {
  const known = labelsOf.get(key)
  if (known) known.add(label)
  else labelsOf.set(key, new Set([label]))
}

type Placed = Offsets & { label: string }

function placesOf(
  answer: readonly { label: string }[],
  places: readonly (readonly (readonly Offsets[] | null)[])[],
): Placed[] {
  const placed = places.flatMap((group, at) =>
    group.flatMap((pieces) => (pieces ?? []).map((piece) => ({ ...piece, label: answer[at]!.label }))),
  )
  return placed.sort((a, b) => a.start - b.start || b.end - a.end)
}

function countOverlaps(placed: readonly Placed[], pairs: PairCounts): void {
  for (const [at, one] of placed.entries())
    for (let next = at + 1; next < placed.length && placed[next]!.start < one.end; next++)
      pairs.add(one.label, placed[next]!.label)
}

/** `card_arrival` and `card_delivery`: what the gold of one label each cannot show, the names may. */
function withNamesakes(confusions: Confusions, labels: readonly string[]): Confusions {
  const words = new Map(labels.map((label) => [label, wordsOf(label)]))
  for (const label of labels) {
    const known = confusions.get(label) ?? []
    const alike = labels
      .filter((other) => other !== label && !known.some((one) => one.label === other))
      .map((other) => ({ label: other, count: 0, share: sharedWords(words.get(label)!, words.get(other)!) }))
      .filter(({ share }) => share >= SHARED_WORDS)
      .sort((a, b) => b.share - a.share || (a.label < b.label ? -1 : 1))
    const all = [...known, ...alike.map(({ label: other, count }) => ({ label: other, count }))].slice(
      0,
      MOST,
    )
    if (all.length > 0) confusions.set(label, all)
  }
  return confusions
}

function wordsOf(label: string): Set<string> {
  const spaced = label.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase()
  const words = spaced.match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []
  return new Set(words)
}

/** Jaccard: shared words among all words of both. */
function sharedWords(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): number {
  const shared = [...ours].filter((word) => theirs.has(word)).length
  return shared / Math.max(1, ours.size + theirs.size - shared)
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

  likeliest(): Confusions {
    return new Map(
      [...this.counts].map(([label, others]) => [
        label,
        [...others]
          .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
          .slice(0, MOST)
          .map(([other, count]) => ({ label: other, count })),
      ]),
    )
  }

  private count(label: string, other: string): void {
    const others = this.counts.get(label) ?? new Map<string, number>()
    this.counts.set(label, others.set(other, (others.get(other) ?? 0) + 1))
  }
}
