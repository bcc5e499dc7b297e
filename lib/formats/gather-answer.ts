import { AnswerSyntaxError, type EmptyGroups, shown } from '@/lib/formats/model'
import type { Answer, AnswerItem, AskedSchema } from '@/lib/tasks/model'

/** An item that was read, with the label written with it and the place in the output. */
export type ReadEntry = { label: string; item: AnswerItem | null; at: number }

/** The answer behind entries that were read: their groups in the order asked for, those that were left out empty. */
export function gatherAnswer(
  entries: readonly ReadEntry[],
  schema: AskedSchema,
  { empty, end }: { empty: EmptyGroups; end: number },
): Answer {
  const items = new Map<string, AnswerItem[]>(schema.map(({ label }) => [label, []]))
  const marked = new Set<string>()
  for (const { label, item, at } of entries) {
    const own = items.get(label)
    if (!own) throw new AnswerSyntaxError(`${shown(label)} was not asked for`, at)
    if (marked.has(label) || (item === null && own.length > 0))
      throw new AnswerSyntaxError(`${shown(label)} has nothing and yet an item`, at)
    if (item === null) marked.add(label)
    else own.push(item)
  }
  return schema.map(({ label }) => {
    const own = items.get(label)!
    if (empty === 'mark' && !own.length && !marked.has(label))
      throw new AnswerSyntaxError(`Nothing is said about ${shown(label)}`, end)
    return { label, items: own }
  })
}
