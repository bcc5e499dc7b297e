import { diffArrays, diffWordsWithSpace } from 'diff'
import type { Content } from '@/lib/artifacts/model'

/** One replacement that an edit made in a field: other drafts may need the same. `to` is empty where words were taken out. */
export type Correction = { field: string; from: string; to: string }

/** Texts that say what a thing is, where something stands or how a draft came about: no wording to correct. */
const NO_WORDING = /^(label|language|taskForm|carrier|gold|provenance|transform|scope|parameters)(\.|$)/

/** Shorter than this, a replacement would fit anywhere. */
const SHORTEST = 2

/**
 * What an edit replaced, as words with what they became, field by field. What was only added is no correction of what others have;
 * a line that was taken out is one with nothing in its place.
 */
export function findCorrections(before: Content, after: Content): Correction[] {
  const old = textsOf(before)
  const found = [...textsOf(after)].flatMap(([field, texts]) =>
    replacedLines(old.get(field) ?? [], texts).flatMap(([from, to]) =>
      to === null ? [{ field, from, to: '' }] : replacedWords(from, to).map((one) => ({ field, ...one })),
    ),
  )
  const wordings = found.filter(
    ({ field, from }) => !NO_WORDING.test(field) && from.trim().length >= SHORTEST,
  )
  const known = new Set<string>()
  return wordings.filter((one) => {
    const key = JSON.stringify(one)
    return !known.has(key) && known.add(key)
  })
}

/** The content with the corrections made wherever it says the same in the same field; null where it nowhere does. */
export function applyCorrections(content: Content, corrections: readonly Correction[]): Content | null {
  let changed = false
  const mend = (value: unknown, field: string): unknown => {
    if (typeof value === 'string') {
      const mended = mendText(
        value,
        corrections.filter((one) => one.field === field),
      )
      changed ||= mended !== value
      return mended
    }
    if (Array.isArray(value)) {
      const lines = value.map((one) => mend(one, field))
      // A line that loses all its words goes.
      return lines.filter((line, at) => line !== '' || value[at] === '')
    }
    if (value === null || typeof value !== 'object') return value
    const fields = Object.entries(value).map(([name, one]) => [
      name,
      mend(one, field ? `${field}.${name}` : name),
    ])
    return Object.fromEntries(fields)
  }
  const mended = mend(content, '') as Content
  return changed ? mended : null
}

/** Every text of a content under the name of its field; the texts of a list share one. */
function textsOf(content: unknown, field = '', texts = new Map<string, string[]>()): Map<string, string[]> {
  if (typeof content === 'string') texts.set(field, [...(texts.get(field) ?? []), content])
  else if (Array.isArray(content)) for (const one of content) textsOf(one, field, texts)
  else if (content !== null && typeof content === 'object')
    for (const [name, one] of Object.entries(content)) textsOf(one, field ? `${field}.${name}` : name, texts)
  return texts
}

/** Lines that were replaced by as many, in pairs; lines that went without one in their place. */
function replacedLines(before: string[], after: string[]): [string, string | null][] {
  const parts = diffArrays(before, after)
  return parts.flatMap((part, at): [string, string | null][] => {
    if (!part.removed) return []
    const next = parts[at + 1]
    const isReplaced = next?.added && next.value.length === part.value.length
    return part.value.map((line, n) => [line, isReplaced ? next.value[n]! : null])
  })
}

/** The last word of a text, or the last character where words have no borders. */
const BEFORE = /(?:\p{Script=Han}|[^\s\p{Script=Han}]+)\s*$/u

/** Words that were replaced, with nothing of what stayed; an insertion or a single character takes the word before it along, to know its place. */
function replacedWords(before: string, after: string): { from: string; to: string }[] {
  const language = /\p{Script=Han}/u.test(before) ? 'zh' : 'en'
  const intlSegmenter = new Intl.Segmenter(language, { granularity: 'word' })
  const parts = diffWordsWithSpace(before, after, { intlSegmenter })
  const found: { from: string; to: string }[] = []
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!
    if (!part.removed && !part.added) continue
    const began = at
    let [from, to] = ['', '']
    for (; parts[at] && (parts[at]!.removed || parts[at]!.added || isGap(parts, at)); at++) {
      const { removed, added, value } = parts[at]!
      if (!added) from += value
      if (!removed) to += value
    }
    if (from.trim().length < SHORTEST) {
      const before = BEFORE.exec(
        parts.slice(0, began).findLast((one) => !one.added && !one.removed)?.value ?? '',
      )
      if (!before) continue
      ;[from, to] = [before[0] + from, before[0] + to]
    }
    found.push({ from, to })
  }
  return found
}

/** A blank between two changes belongs to both. */
function isGap(parts: { value: string; added?: boolean; removed?: boolean }[], at: number): boolean {
  const next = parts[at + 1]
  return parts[at]!.value.trim() === '' && (next?.added || next?.removed || false)
}

function mendText(text: string, corrections: readonly Correction[]): string {
  return corrections.reduce((mended, { from, to }) => replaceWhole(mended, from, to), text)
}

const isWord = (character: string | undefined) =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character) && !/\p{Script=Han}/u.test(character)

/** Replaces whole words only: "art" is not mended inside "party". Chinese knows no such borders. */
function replaceWhole(text: string, from: string, to: string): string {
  let mended = ''
  let rest = 0
  for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + 1)) {
    if (at < rest) continue
    const end = at + from.length
    const isInside =
      (isWord(text[at - 1]) && isWord(from[0])) || (isWord(text[end]) && isWord(from[from.length - 1]))
    if (isInside) continue
    mended += text.slice(rest, at) + to
    rest = end
  }
  return mended + text.slice(rest)
}
