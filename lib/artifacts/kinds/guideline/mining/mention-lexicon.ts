import { detached, type UnitSpan } from '@/lib/artifacts/kinds/guideline/mining/read-gold'
import type { Script } from '@/lib/tasks/model'

type Occurrence = { label: string; mention: string; start: number; end: number }

/** Finds mentions in running text, whether they are marked there or not. The longest that fits wins. */
export class MentionLexicon {
  /** The labels that carry these words somewhere. */
  private readonly labels = new Map<string, string[]>()
  /** For each beginning the lengths of the mentions that begin so, in UTF-16 units, longest first. */
  private readonly lengths = new Map<string, number[]>()

  constructor(
    private readonly script: Script,
    sought: Iterable<{ label: string; mentions: readonly string[] }>,
  ) {
    for (const { label, mentions } of sought)
      for (const mention of mentions) this.labels.set(mention, [...(this.labels.get(mention) ?? []), label])
    for (const mention of this.labels.keys()) {
      const beginning = this.beginningOf(mention)
      const known = this.lengths.get(beginning) ?? []
      if (!known.includes(mention.length)) this.lengths.set(beginning, [...known, mention.length])
    }
    for (const lengths of this.lengths.values()) lengths.sort((a, b) => b - a)
  }

  /** Where the words of a label's mentions stand: for each label the longest that fits, none within another of it. */
  *occurrences(text: string): Generator<Occurrence> {
    const free = new Map<string, number>()
    for (const { at, lengths } of this.beginnings(text))
      for (const length of lengths) {
        const end = at + length
        const mention = text.slice(at, end)
        for (const label of this.labels.get(mention) ?? []) {
          if (at < (free.get(label) ?? 0) || !this.isWhole(text, end)) continue
          free.set(label, end)
          yield { label, mention: detached(mention), start: at, end }
        }
      }
  }

  private beginningOf(mention: string): string {
    return this.script === 'unspaced'
      ? [...mention].slice(0, 2).join('')
      : (/[\p{L}\p{M}\p{N}]+/u.exec(mention)?.[0] ?? mention)
  }

  /** Places where a mention may begin: words, or in Chinese any two characters. */
  private *beginnings(text: string): Generator<{ at: number; lengths: number[] }> {
    const pattern = this.script === 'spaced' ? /[\p{L}\p{M}\p{N}]+/gu : /(?=(..))/gsu
    for (const found of text.matchAll(pattern)) {
      const lengths = this.lengths.get(found[1] ?? found[0])
      if (lengths) yield { at: found.index, lengths }
    }
  }

  /** Does a word end here? Chinese does not say. */
  private isWhole(text: string, end: number): boolean {
    if (this.script === 'unspaced') return true
    return !/^(?:[\p{L}\p{M}\p{N}]|[-.][\p{L}\p{N}])/u.test(text.slice(end, end + 3))
  }
}

/**
 * How words that carry a label elsewhere stand to the gold here: `unlabelled` when nothing is marked, `covered` when they
 * lie inside a longer mention of another label. Otherwise there is nothing to say.
 */
export function standing(
  occurrence: Occurrence,
  spans: readonly UnitSpan[],
): { kind: 'unlabelled' } | { kind: 'covered'; by: UnitSpan } | null {
  const touching = spans.filter((span) => span.start < occurrence.end && span.end > occurrence.start)
  if (touching.length === 0) return { kind: 'unlabelled' }
  if (touching.some(({ label }) => label === occurrence.label)) return null
  const around = touching.filter((span) => span.start <= occurrence.start && span.end >= occurrence.end)
  const by = around.sort((a, b) => a.end - a.start - (b.end - b.start))[0]
  const isLonger = by && by.end - by.start > occurrence.end - occurrence.start
  return isLonger ? { kind: 'covered', by } : null
}
