import { type ChatRequest, textOf } from '../read-request'

type Line = Record<string, unknown>

/** The JSON objects of a fence, a line each. What was left out is said on a line that is none. */
export function linesOf(fences: Record<string, string[]>, name: string): Line[] {
  return (fences[name]?.[0] ?? '').split('\n').flatMap((line) => {
    try {
      const read: unknown = JSON.parse(line)
      return read !== null && typeof read === 'object' ? [read as Line] : []
    } catch {
      return []
    }
  })
}

export function textAt(line: Line | undefined, key: string): string {
  const value = line?.[key]
  return typeof value === 'string' ? value : ''
}

export function numberAt(line: Line | undefined, key: string): number {
  const value = line?.[key]
  return typeof value === 'number' ? value : 0
}

export function listAt(line: Line | undefined, key: string): string[] {
  const value = line?.[key]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

export type Marked = { words: string; as: string }

/** What is marked in a text, the outer before the inner; `⟦U+202E⟧` and `⟦… 3 more⟧` are no marks. */
export function markedIn(text: string): Marked[] {
  const found: Marked[] = []
  const open: { at: number; words: string }[] = []
  for (const [piece] of text.matchAll(/⟦U\+[0-9A-F]{4,6}⟧|⟦…[^⟧]*⟧|⟦|\|[^⟦⟧|]*⟧|⟧|[^⟦⟧|]+|\|/g)) {
    if (piece === '⟦') open.push({ at: found.push({ words: '', as: '' }) - 1, words: '' })
    else if (open.length > 0 && /^(?:\|[^⟦⟧]*)?⟧$/.test(piece)) {
      const { at, words } = open.pop()!
      found[at] = { words, as: piece.slice(1, -1) }
    } else for (const one of open) one.words += piece
  }
  return found.filter(({ words }) => words.trim() !== '')
}

export function quoted(words: string): string {
  return `“${words.length > 60 ? `${[...words].slice(0, 60).join('')}…` : words}”`
}

/** Is the corpus one to write about in Chinese? */
export function isChineseCorpus(fences: Record<string, string[]>): boolean {
  return /^zh/i.test(textAt(linesOf(fences, 'corpus')[0], 'language'))
}

/** Is the answer to be written in Chinese? The prompts of the taxonomy say so in words of their own. */
export function wantsChinese(request: ChatRequest): boolean {
  return /\bin Simplified Chinese \(简体中文\)/.test(textOf(request, 'user'))
}
