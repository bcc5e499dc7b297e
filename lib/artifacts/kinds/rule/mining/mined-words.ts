import type { TransformName } from '@/lib/rules/model'
import type { Edge } from '@/lib/rules/move-edge'
import { wordLists } from '@/lib/rules/word-lists'
import { isChinese } from '@/lib/tasks/model'

/** A rule about an edge with the words that the miner looks for there. */
export type MinedEdge = Omit<Edge, 'mode'> & {
  name: TransformName
  /** Which of the words stand in what was found. */
  wordsIn(found: string): string[]
}

const EDGES: [TransformName, Edge['side'], Edge['letters'], (language: string) => readonly string[]][] = [
  ['leading-determiner', 'leading', 'folded', (language) => wordLists.articles[language] ?? []],
  ['leading-title', 'leading', 'exact', (language) => wordLists.leadingTitles[language] ?? []],
  ['trailing-title', 'trailing', 'exact', (language) => wordLists.trailingTitles[language] ?? []],
  ['leading-unit', 'leading', 'exact', () => wordLists.leadingUnits],
  ['trailing-unit', 'trailing', 'exact', () => wordLists.trailingUnits],
]

/** What the miner looks for at the edges of mentions in this language. */
export function edgesOf(tag: string): MinedEdge[] {
  const language = isChinese(tag) ? 'zh' : (tag.split(/[-_]/)[0] ?? '').toLowerCase()
  return EDGES.flatMap(([name, side, letters, wordsFor]) => {
    const words = wordsFor(language)
    if (!words.length) return []
    const beside = name.endsWith('-unit') ? ('number' as const) : ('anything' as const)
    return [{ name, side, letters, beside, words, wordsIn: finder(words, letters) }]
  })
}

function finder(words: readonly string[], letters: Edge['letters']): (found: string) => string[] {
  const fold = (text: string) => (letters === 'folded' ? text.toLowerCase() : text)
  const known = new Map<string, string[]>()
  return (found) => {
    const stripped = fold(found).replace(/^[\s,]+|\s+$/g, '')
    if (stripped === '') return []
    const exact = words.filter((word) => fold(word) === stripped)
    const present = exact.length
      ? exact
      : (known.get(stripped) ?? words.filter((word) => stripped.includes(fold(word))))
    if (known.size < 1000) known.set(stripped, present)
    return present
  }
}
