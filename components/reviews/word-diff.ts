import { diffArrays, diffWords } from 'diff'
import { type TextSection, textSections } from '@/components/reviews/guideline-text'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'

export type Change = { kind: 'same' | 'added' | 'removed'; text: string }
export type SectionChange = { section: TextSection; lines: Change[][] }

/** What changed from one content to the next, word by word; sections without a change are left out. */
export function changesBetween(before: GuidelineContent, after: GuidelineContent): SectionChange[] {
  return textSections.flatMap((section) => {
    const lines = changedLines(entriesOf(before, section), entriesOf(after, section), after.language)
    return lines.length > 0 ? [{ section, lines }] : []
  })
}

function entriesOf(content: GuidelineContent, section: TextSection): string[] {
  return section === 'definition' ? [content.definition] : content[section]
}

/** Lines that were replaced by as many are compared by words; others went or came whole. */
function changedLines(before: string[], after: string[], language: string): Change[][] {
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
