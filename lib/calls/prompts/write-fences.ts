import { sha256 } from '@/lib/platform/hash'
import { showHidden } from '@/lib/quotes/show-hidden'
import { codePointLength, sliceCodePoints } from '@/lib/tasks/model'

/** A text, or the entries of a list: a list is cut between entries. Nothing to say: null, or a list without entries. */
export type Block = string | readonly string[] | null

/** So many code points a block has at most, and an entry of one. */
export const MOST_OF_BLOCK = 24_000
export const MOST_OF_ENTRY = 4_000

export type Fences = {
  mark: string
  /** A block between the lines that open and close it; nothing for one that has nothing to say. */
  fence(name: string): string | undefined
}

/**
 * Blocks between lines that no text in them can imitate: the names of the fences carry a mark that none of the texts has in it. It
 * follows from the texts alone, so that the same input makes the same request. What is hidden in a text is shown, what is too long is cut.
 */
export function writeFences(
  blocks: Readonly<Record<string, Block>>,
  caps: Readonly<Record<string, number>> = {},
): Fences {
  const bodies = new Map(
    Object.entries(blocks).map(([name, block]) => [name, writeBody(block, caps[name] ?? MOST_OF_BLOCK)]),
  )
  const all = [...bodies.values()].join('\n')
  let mark = markOf(all)
  while (all.includes(mark)) mark = markOf(mark)
  return {
    mark,
    fence(name) {
      const body = bodies.get(name)
      if (body === undefined) throw new Error(`The words have a block that nobody wrote: ${name}.`)
      return body ? `<${name} ${mark}>\n${body}\n</${name} ${mark}>` : undefined
    },
  }
}

const markOf = (text: string) => sha256(text).slice(0, 12)

function writeBody(block: Block, most: number): string {
  if (block === null) return ''
  if (typeof block === 'string') return block.trim() === '' ? '' : cut(showHidden(block), most)
  const kept: string[] = []
  let length = 0
  for (const entry of block) {
    const shown = cut(showHidden(entry), Math.min(most, MOST_OF_ENTRY))
    length += codePointLength(shown) + 1
    if (length > most && kept.length > 0) break
    kept.push(shown)
  }
  const left = block.length - kept.length
  return left > 0 ? [...kept, `⟦… ${left} more left out⟧`].join('\n') : kept.join('\n')
}

function cut(text: string, most: number): string {
  const length = codePointLength(text)
  return length <= most
    ? text
    : `${sliceCodePoints(text, 0, most)}⟦… ${length - most} more characters left out⟧`
}
