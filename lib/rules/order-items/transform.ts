import { z } from 'zod'
import { countItems } from '@/lib/rules/count-items'
import { keepItems, type PlacedItem } from '@/lib/rules/keep-items'
import type { Statement, TransformDefinition } from '@/lib/rules/model'
import { stateScope } from '@/lib/rules/state-scope'

const orders = ['appearance', 'last-first', 'alphabetical', 'reverse-alphabetical'] as const
const parametersSchema = z.object({ by: z.enum(orders) })
type Parameters = z.infer<typeof parametersSchema>
type Compare = (a: PlacedItem, b: PlacedItem) => number

/**
 * The order of the items under a label. By place only where every item is one place of the text; records and free answers keep their
 * order then. The alphabet is that of Unicode, without regard to case first.
 */
export const orderItems: TransformDefinition<Parameters> = {
  name: 'order-items',
  family: 'order',
  forms: ['ner', 're', 'spo', 'kg', 'ee', 'eet', 'eea', 'mrc', 'tc', 'openie'],
  parameters: parametersSchema,
  applyLowered: (lowered, of, { by }) =>
    keepItems(lowered, of, (items) => {
      if (items.length < 2) return items
      const isByPlace = by === 'appearance' || by === 'last-first'
      if (isByPlace && items.some(({ place }) => !place?.length)) return items
      return items.toSorted(compare[by])
    }),
  concerns: (of) => countItems(of).some((count) => count > 1),
  statement: ({ by }, scope) => stateScope(scope, STATEMENTS[by]),
}

const byPlace: Compare = (a, b) => {
  const [ours, theirs] = [a.place!, b.place!]
  return ours[0]!.start - theirs[0]!.start || theirs.at(-1)!.end - ours.at(-1)!.end
}

const byAlphabet: Compare = (a, b) => {
  const [ours, theirs] = [wordsOf(a), wordsOf(b)]
  return compareText(ours.toLowerCase(), theirs.toLowerCase()) || compareText(ours, theirs)
}

const compare: Record<(typeof orders)[number], Compare> = {
  appearance: byPlace,
  'last-first': (a, b) => byPlace(b, a),
  alphabetical: byAlphabet,
  'reverse-alphabetical': (a, b) => byAlphabet(b, a),
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A record goes by its fields, one after the other. */
function wordsOf({ item }: PlacedItem): string {
  if (typeof item === 'string') return item
  return Object.values(item)
    .map((value) => [value ?? []].flat().join(' '))
    .join('\u0000')
}

const STATEMENTS: Record<(typeof orders)[number], Statement> = {
  appearance: {
    en: [
      'List what you find in the order in which it stands in the text.',
      'Keep the order of the text: what is mentioned first comes first.',
    ],
    zh: ['按在文中出现的先后顺序列出。', '保持原文顺序，先提到的排在前面。'],
  },
  'last-first': {
    en: [
      'List what you find from the end of the text to its beginning.',
      'Reverse the order of the text: what is mentioned last comes first.',
    ],
    zh: ['从文末到文首倒序列出。', '与原文顺序相反，最后提到的排在最前。'],
  },
  alphabetical: {
    en: [
      'Sort what you find alphabetically, by the first differing character and without regard to case.',
      'Within each heading the entries stand in alphabetical order, upper and lower case alike.',
    ],
    zh: [
      '按字符的字典顺序排列，不计大小写。',
      '每个栏目下的条目按字典顺序（Unicode 编码顺序）从小到大排列，大小写同等对待。',
    ],
  },
  'reverse-alphabetical': {
    en: [
      'Sort what you find in reverse alphabetical order, without regard to case.',
      'Within each heading the entries run backwards through the alphabet, upper and lower case alike.',
    ],
    zh: [
      '按字符的字典顺序倒序排列，不计大小写。',
      '每个栏目下的条目按字典顺序（Unicode 编码顺序）从大到小排列，大小写同等对待。',
    ],
  },
}
