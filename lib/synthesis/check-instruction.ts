import type { Asked, Carrier } from '@/lib/formats/model'
import type { RefusalReason } from '@/lib/synthesis/model'
import { type Answer, type AnswerItem, codePointLength, type FieldValue } from '@/lib/tasks/model'
import { nerFaults } from '@/lib/tasks/ner/gold'
import type { Mention } from '@/lib/tasks/ner/lower-gold'

/**
 * The gates of one record, over its output as it will be read: it parses back to the answer, it is about exactly the labels
 * asked for, and each of its mentions is what the text has at the offsets of the gold. Null when all hold.
 */
export function checkInstruction(
  output: string,
  made: {
    answer: Answer
    carrier: Carrier
    parameters: unknown
    asked: Asked
    labels: readonly string[]
    mentions: readonly Mention[]
  },
): RefusalReason | null {
  const { answer, labels, mentions } = made
  const read = parseOrNull(output, made)
  if (!read || !isSameAnswer(read, answer)) return 'round-trip'
  if (!isAbout(read, labels)) return 'schema'
  return read.every((group) => isTheGold(group, mentions)) ? null : 'grounding'
}

/** Does the span lie within the text, and are the words at its place as long as it is? */
export function isGrounded(text: string, { span, words, unit }: Mention): boolean {
  if (span.fragments) return nerFaults(text, { spans: [span] }).length === 0
  return words.length > 0 && codePointLength(words) === span.end - span.start && text.startsWith(words, unit)
}

function parseOrNull(
  output: string,
  by: { carrier: Carrier; parameters: unknown; asked: Asked },
): Answer | null {
  try {
    return by.carrier.parse(output, by.asked, by.parameters)
  } catch {
    return null
  }
}

function isAbout(answer: Answer, labels: readonly string[]): boolean {
  return answer.length === labels.length && answer.every((group, at) => group.label === labels[at])
}

function isTheGold({ label, items }: Answer[number], mentions: readonly Mention[]): boolean {
  let at = 0
  for (const { span, words } of mentions) if (span.label === label && items[at++] !== words) return false
  return at === items.length
}

function isSameAnswer(a: Answer, b: Answer): boolean {
  return isSameList(
    a,
    b,
    (one, other) => one.label === other.label && isSameList(one.items, other.items, isSameItem),
  )
}

function isSameItem(a: AnswerItem, b: AnswerItem): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b
  return isSameList(
    Object.entries(a),
    Object.entries(b),
    ([name, value], [other, otherValue]) => name === other && isSameValue(value, otherValue),
  )
}

function isSameValue(a: FieldValue, b: FieldValue): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b
  return isSameList(a, b, (one, other) => one === other)
}

function isSameList<Item>(
  a: readonly Item[],
  b: readonly Item[],
  same: (one: Item, other: Item) => boolean,
): boolean {
  return a.length === b.length && a.every((one, at) => same(one, b[at]!))
}
