import { z } from 'zod'
import type { TransformDefinition } from '@/lib/rules/model'
import { exampleWords } from '@/lib/rules/state-scope'
import { canonicalOpenieGold, type OpenieGold, type OpenTuple } from '@/lib/tasks/openie/gold'

const parametersSchema = z.object({
  count: z.number().int().min(1).max(5),
  /** A further argument that begins with one of these adds time, place or manner: without it the statement still holds. */
  words: z.array(z.string().trim().min(1).max(60)).min(1).max(200),
})
type Parameters = z.infer<typeof parametersSchema>

/** Open tuples with no more than so many arguments, as far as those beyond only add to a statement that holds without them. */
export const firstArguments: TransformDefinition<Parameters> = {
  name: 'first-arguments',
  family: 'extent',
  forms: ['openie'],
  parameters: parametersSchema,
  applyGold({ gold }, parameters) {
    const { tuples } = gold as OpenieGold
    const shorter = tuples.map((tuple) => shorten(tuple, parameters))
    return shorter.some((tuple, at) => tuple !== tuples[at]) ? canonicalOpenieGold({ tuples: shorter }) : gold
  },
  concerns: ({ gold }, { count }) =>
    (gold as OpenieGold).tuples.some((tuple) => tuple.arguments.length > count),
  statement: ({ count, words }) => {
    const [en, zh] = [exampleWords(words, 'en'), exampleWords(words, 'zh')]
    const first = count === 1 ? 'the first argument' : `the first ${count} arguments`
    return {
      en: [
        `Keep ${first} of a tuple and leave off later ones that only add time, place or manner (they begin with ${en}).`,
        `A tuple has ${count === 1 ? 'one argument' : `${count} arguments`}; a further one is kept only if the statement would not hold without it, not if it begins with ${en}.`,
      ],
      zh: [
        `每个元组保留前${count}个论元，其后仅补充时间、地点或方式的论元（以${zh}开头）略去。`,
        `元组只写${count}个论元；多出的论元只有在缺了它陈述便不成立时才保留，以${zh}开头的不保留。`,
      ],
    }
  },
}

/** From the end on, as long as an argument beyond the count begins like an addition; none between others is taken out. */
function shorten(tuple: OpenTuple, { count, words }: Parameters): OpenTuple {
  let left = tuple.arguments.length
  while (left > count && isAddition(tuple.arguments[left - 1]!.text, words)) left--
  return left === tuple.arguments.length ? tuple : { ...tuple, arguments: tuple.arguments.slice(0, left) }
}

function isAddition(argument: string, words: readonly string[]): boolean {
  const lower = argument.trimStart().toLowerCase()
  return words.some((word) => {
    const beginning = word.toLowerCase()
    if (!lower.startsWith(beginning)) return false
    return /\p{scx=Han}$/u.test(beginning) || !/^[\p{L}\p{M}\p{N}]/u.test(lower.slice(beginning.length))
  })
}
