import { diffArrays, diffWords } from 'diff'
import { type ContentSection, sectionsOf } from '@/components/reviews/content-sections'
import type { SomeContent } from '@/lib/artifacts/model'

export type Change = { kind: 'same' | 'added' | 'removed'; text: string }
export type SectionChange = { section: ContentSection; lines: Change[][] }

/** What changed from one content to the next of the same kind, word by word; sections without a change are left out. */
export function changesBetween(before: SomeContent, after: SomeContent): SectionChange[] {
  const old = new Map(sectionsOf(before).map(({ section, lines }) => [section, lines]))
  return sectionsOf(after).flatMap(({ section, lines: now, language }) => {
    const lines = changedLines(old.get(section) ?? [], now, language)
    return lines.length > 0 ? [{ section, lines }] : []
  })
}

/** Lines that were replaced by as many are compared by words; others went or came whole. */
export function changedLines(before: string[], after: string[], language: string): Change[][] {
  const parts = diffArrays(before, after)
  return parts.flatMap((part, i) => {
    const next = parts[i + 1]
    const previous = parts[i - 1]
    if (part.removed && next?.added && next.value.length === part.value.length)
      return part.value.map((line, n) => wordChanges(line, next.value[n]!, language))
    if (part.added && previous?.removed && previous.value.length === part.value.length) return []
    if (part.removed) return part.value.map((text) => [{ kind: 'removed' as const, text }])
    if (part.added) return part.value.map((text) => [{ kind: 'added' as const, text }])
    return []
  })
}

/** Chinese has no spaces between words, so the browser's own segmenter finds them. */
export function wordChanges(before: string, after: string, language: string): Change[] {
  const intlSegmenter = new Intl.Segmenter(language, { granularity: 'word' })
  return diffWords(before, after, { intlSegmenter }).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}
