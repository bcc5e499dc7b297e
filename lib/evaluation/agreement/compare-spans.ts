import { type Measure, undefinedFor } from '@/lib/evaluation/agreement/model'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { TaskForm } from '@/lib/tasks/model'

/** How many spans two answers have, and how many pairs of them are the same. */
export type SpanCount = { answers: number; spans: number; alike: number }

/** By label what an answer says: of what stands in the text the places, else the words. */
export type SpansByLabel = ReadonlyMap<string, ReadonlySet<string>>

export function spansOf(of: { form: TaskForm; text: string; gold: unknown }): SpansByLabel {
  const form = findTaskForm(of.form)
  const gold = form.gold.parse(of.gold)
  const fields = form.fieldsIn(gold)
  const labels = [...new Set(form.labelsIn(gold))].map((label) => ({
    label,
    fields: [...(fields.get(label) ?? [])],
  }))
  const { answer, places } = form.lower(of.text, gold, labels)
  return new Map(
    answer.map(({ label, items }, group) => [
      label,
      new Set(items.map((item, at) => JSON.stringify(places[group]?.[at] ?? item))),
    ]),
  )
}

/**
 * How alike two answers are, by label. F1 with the one as truth is F1 with the other as truth: spans that nobody marked are not
 * counted, so it needs no chance to be taken off (G. Hripcsak and A. S. Rothschild, "Agreement, the F-measure, and reliability in
 * information retrieval", JAMIA 12, 2005, 296-298).
 */
export function compareSpans(one: SpansByLabel, other: SpansByLabel): Map<string, SpanCount> {
  const labels = [...new Set([...one.keys(), ...other.keys()])]
  return new Map(
    labels.map((label) => {
      const [first, second] = [one.get(label) ?? NONE, other.get(label) ?? NONE]
      const alike = [...first].filter((span) => second.has(span)).length
      return [label, { answers: 1, spans: first.size + second.size, alike }]
    }),
  )
}

const NONE: ReadonlySet<string> = new Set()

/** 2 TP / (2 TP + FP + FN), over all that was counted. */
export function f1Of({ spans, alike }: SpanCount): Measure {
  return spans > 0 ? { value: (2 * alike) / spans } : undefinedFor('no-spans')
}
