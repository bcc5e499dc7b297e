import { z } from 'zod'

/** Gold of text classification: the classes of the whole text, sorted, none twice. `multi`: may a text have several? */
export const tcGoldSchema = z.object({ labels: z.array(z.string().min(1).max(200)), multi: z.boolean() })
export type TcGold = z.infer<typeof tcGoldSchema>

export function canonicalTcGold({ labels, multi }: TcGold): TcGold {
  return { labels: [...new Set(labels)].sort(), multi }
}

/** What in the gold does not hold together. A text of no class is allowed: none of them may fit. */
export function tcFaults(_text: string, { labels, multi }: TcGold): string[] {
  const empty = labels.flatMap((label, at) => (label.trim() === '' ? [`labels[${at}]: it is empty.`] : []))
  const count = new Set(labels).size
  return multi || count < 2 ? empty : [...empty, `labels: there are ${count}, and one at most is allowed.`]
}
