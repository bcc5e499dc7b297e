import { lowerMentions } from '@/lib/tasks/lower-mentions'
import type { Answer, AskedSchema, Lowered } from '@/lib/tasks/model'
import { type NerGold, type NerSpan, piecesOf, readerOf } from '@/lib/tasks/ner/gold'

/** A span with its words and the place where they begin, in UTF-16 units. */
export type Mention = { span: NerSpan; words: string; unit: number }

/**
 * The mentions of a text in the order of its gold (by start, longer first). A span that does not lie within the text
 * has words of another length than its own; `isGrounded` finds it.
 */
export function mentionsOf(text: string, gold: NerGold): Mention[] {
  const reader = readerOf(text)
  return gold.spans.map((span) => ({ span, words: reader.words(span), unit: reader.unit(span.start) }))
}

/**
 * Lowers the gold to an answer about `labels`: one group for each, in the order given, absent ones empty. A group lists its
 * mentions as they stand in the text, one for every span: words that are mentioned twice are listed twice, so the number of
 * items is the number of spans and an evaluation can count them.
 */
export function lowerGold(mentions: readonly Mention[], labels: readonly string[]): Answer {
  const items = new Map<string, string[]>(labels.map((label) => [label, []]))
  for (const { span, words } of mentions) items.get(span.label)?.push(words)
  return labels.map((label) => ({ label, items: items.get(label) ?? [] }))
}

/** The same answer with the places of its items. */
export function lowerWithPlaces(mentions: readonly Mention[], schema: AskedSchema): Lowered {
  const found = mentions.map(({ span, words }) => ({ label: span.label, words, pieces: piecesOf(span) }))
  return lowerMentions(found, schema)
}
