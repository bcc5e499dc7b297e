import { applyRule } from '@/lib/rules/apply-rule'
import type { TransformName } from '@/lib/rules/model'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import { codePointLength, type TaskForm } from '@/lib/tasks/model'
import { canonicalNerGold, type NerGold } from '@/lib/tasks/ner/gold'

/** Where words stand in a text, in code points: the first time unless told which. */
export function placeOf(text: string, words: string, nth = 1): { start: number; end: number } {
  let unit = -1
  for (let found = 0; found < nth; found++) unit = text.indexOf(words, unit + 1)
  if (unit < 0) throw new Error(`“${words}” does not stand in “${text}”`)
  const start = codePointLength(text.slice(0, unit))
  return { start, end: start + codePointLength(words) }
}

/** A gold of mentions by their words: `['Wick', 'place', 2]` is the second time that “Wick” stands there. */
export function mentionsIn(text: string, mentions: [words: string, label: string, nth?: number][]): NerGold {
  return canonicalNerGold(mentions.map(([words, label, nth]) => ({ ...placeOf(text, words, nth), label })))
}

/** What a rule makes of an answer: the items under each label, and whether they are other than before. */
export function obey(
  name: TransformName,
  parameters: Record<string, unknown>,
  of: {
    text: string
    gold: unknown
    form?: TaskForm
    labels?: string[]
    language?: string
    fields?: string[]
  },
): { changed: boolean; answer: Record<string, unknown[]> } {
  const { text, form = 'ner', labels = [], language = 'en', fields = [] } = of
  const definition = findTaskForm(form)
  const gold = definition.canonical(of.gold)
  const asked = [...new Set(definition.labelsIn(gold))].map((label) => ({ label, fields }))
  const rule = { scope: { labels }, transform: { name, parameters } }
  const { changed, lowered } = applyRule(rule, { text, gold, form, language, asked })
  return { changed, answer: Object.fromEntries(lowered.answer.map(({ label, items }) => [label, items])) }
}
