import { diffArrays } from 'diff'
import { type ContentSection, sectionsOf } from '@/components/reviews/content-sections'
import { type Change, wordChanges } from '@/components/reviews/word-diff'
import type { SomeContent } from '@/lib/artifacts/model'

export type ComparedSection = {
  section: ContentSection
  language: string
  before: Change[][]
  after: Change[][]
}

/** Two contents of one kind part by part, whole, each side with what only it says marked; parts that both lack are left out. */
export function comparedSections(before: SomeContent, after: SomeContent): ComparedSection[] {
  const old = new Map(sectionsOf(before).map(({ section, lines }) => [section, lines]))
  return sectionsOf(after).flatMap(({ section, lines, language }) => {
    const gone = old.get(section) ?? []
    if (gone.length + lines.length === 0) return []
    return { section, language, ...compareLines(gone, lines, language) }
  })
}

/** Lines that stand against as many others are compared by words. */
function compareLines(gone: readonly string[], come: readonly string[], language: string) {
  const sides: { before: Change[][]; after: Change[][] } = { before: [], after: [] }
  const parts = diffArrays([...gone], [...come])
  for (const [at, { added, removed, value }] of parts.entries()) {
    const other = parts[at + 1]
    if (removed && other?.added && other.value.length === value.length)
      for (const [line, text] of value.entries()) {
        const changes = wordChanges(text, other.value[line]!, language)
        sides.before.push(changes.filter(({ kind }) => kind !== 'added'))
        sides.after.push(changes.filter(({ kind }) => kind !== 'removed'))
      }
    else if (removed) sides.before.push(...whole(value, 'removed'))
    else if (added && !isAnswered(parts, at)) sides.after.push(...whole(value, 'added'))
    else if (!added) {
      sides.before.push(...whole(value, 'same'))
      sides.after.push(...whole(value, 'same'))
    }
  }
  return sides
}

const whole = (lines: readonly string[], kind: Change['kind']): Change[][] =>
  lines.map((text) => [{ kind, text }])

/** Was this part compared with the one before it? */
function isAnswered(parts: readonly { removed: boolean; value: string[] }[], at: number): boolean {
  const before = parts[at - 1]
  return before?.removed === true && before.value.length === parts[at]!.value.length
}
