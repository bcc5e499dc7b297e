import type { UnitSpan } from '@/lib/artifacts/kinds/guideline/read-gold'
import type { Script } from '@/lib/artifacts/kinds/guideline/tokens'

type Occurrence = { label: string; mention: string; start: number; end: number }

/** Finds mentions in running text, whether they are marked there or not. The longest that fits wins. */
export class MentionLexicon {
  private readonly byBeginning = new Map<string, string[]>()
  private readonly labels = new Map<string, string[]>()

  constructor(
    private readonly script: Script,
    sought: Iterable<{ label: string; mentions: readonly string[] }>,
  ) {
    for (const { label, mentions } of sought) for (const mention of mentions) this.addMention(mention, label)
    for (const mentions of this.byBeginning.values()) mentions.sort((a, b) => b.length - a.length)
  }

  /** Where the words of a label's mentions stand: for each label the longest that fits, none within another of it. */
  *occurrences(text: string): Generator<Occurrence> {
    const free = new Map<string, number>()
    for (const { at, beginning } of this.beginnings(text))
      for (const mention of this.byBeginning.get(beginning) ?? []) {
        if (!this.standsAt(text, { words: mention, at })) continue
        for (const label of this.labels.get(mention)!) {
          if (at < (free.get(label) ?? 0)) continue
          free.set(label, at + mention.length)
          yield { label, mention, start: at, end: at + mention.length }
        }
      }
  }

  private addMention(mention: string, label: string): void {
    const known = this.labels.get(mention)
    this.labels.set(mention, [...(known ?? []), label])
    if (known) return
    const beginning = this.beginningOf(mention)
    const alike = this.byBeginning.get(beginning)
    if (alike) alike.push(mention)
    else this.byBeginning.set(beginning, [mention])
  }

  private beginningOf(mention: string): string {
    return this.script === 'unspaced'
      ? mention.slice(0, 2)
      : (/[\p{L}\p{M}\p{N}]+/u.exec(mention)?.[0] ?? mention)
  }

  private *beginnings(text: string): Generator<{ at: number; beginning: string }> {
    if (this.script === 'spaced')
      for (const { 0: beginning, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu))
        yield { at: index, beginning }
    else for (let at = 0; at < text.length - 1; at++) yield { at, beginning: text.slice(at, at + 2) }
  }

  private standsAt(text: string, { words, at }: { words: string; at: number }): boolean {
    if (!text.startsWith(words, at)) return false
    if (this.script === 'unspaced') return true
    const end = at + words.length
    return (
      !/[\p{L}\p{M}\p{N}]/u.test(text.slice(end, end + 1)) &&
      !/[-.][\p{L}\p{N}]/u.test(text.slice(end, end + 2))
    )
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
