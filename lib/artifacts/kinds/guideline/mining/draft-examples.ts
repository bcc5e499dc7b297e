import type { Example } from '@/lib/artifacts/kinds/guideline/content'
import type { Counted, GuidelineEvidence, MentionRef } from '@/lib/artifacts/kinds/guideline/evidence'
import { tellingHeads } from '@/lib/artifacts/kinds/guideline/mining/draft-line'
import type { Phrases } from '@/lib/artifacts/kinds/guideline/mining/phrases'

const MOST_POSITIVES = 8
const MOST_NEGATIVES = 8

export type Candidate = { ref: MentionRef; mention: string; note: string }

/** Mentions that show the label: of the frequent heads, of each shape, in short sentences, each sentence once. */
export function draftPositives(evidence: GuidelineEvidence, phrases: Phrases): Example[] {
  const { note } = phrases
  const shape = (name: string, words: string) =>
    candidates(
      evidence.shapes.filter((one) => one.shape === name),
      words,
    )
  const heads = tellingHeads(evidence)
  const [first, second, ...others] = evidence.frequent
  return distinct(
    [
      ...candidates(heads.slice(0, 2), (_, i) => note.builtOn(heads[i]!.word)),
      ...candidates([first, second], note.typical),
      ...shape('short-form-in-brackets', note.shortForm),
      ...shape('all-caps', note.abbreviation),
      ...shape('one-token', note.singleWord),
      ...shape('with-digits', note.withDigits),
      ...shape('lower-case', note.lowerCase),
      ...candidates(heads.slice(2, 4), (_, i) => note.builtOn(heads[i + 2]!.word)),
      ...candidates(others, note.typical),
    ],
    MOST_POSITIVES,
  )
}

/** What one might take for a mention and is none: another label's, unlabelled, part of something longer, too wide. */
export function draftNegatives(evidence: GuidelineEvidence, phrases: Phrases): Example[] {
  const { note } = phrases
  const others = evidence.ambiguous.flatMap(({ labels }) => {
    const [other] = labels.filter(({ label }) => label !== evidence.label)
    return other ? candidates([other], note.otherLabel(other.label)) : []
  })
  const covered = evidence.covered
    .slice(0, 2)
    .flatMap((found) => candidates([found], note.covered({ other: found.label, whole: null })))
  const wide = [...evidence.before, ...evidence.after]
    .filter(({ kind, count }) => (kind === 'article' || kind === 'title') && count > 1)
    .slice(0, 3)
    .flatMap((found) => tooWide(found, note.outside(found.token)))
  const enclosed = evidence.shapes.flatMap((one) => {
    const kind = one.shape === 'in-quotes' ? 'quote' : 'bracket'
    if (one.count < 2 || (one.shape !== 'in-quotes' && one.shape !== 'in-brackets')) return []
    return tooWide(one, note.enclosed(kind, openingOf(evidence, kind)))
  })
  const bare = candidates(evidence.unlabelled.slice(0, 2), note.unlabelled)
  return distinct(
    [
      ...others.slice(0, 3),
      ...wide.slice(0, 2),
      ...enclosed,
      ...covered,
      ...bare,
      ...others.slice(3),
      ...wide.slice(2),
    ],
    MOST_NEGATIVES,
  )
}

/** The sign of its kind that stands before mentions most often. */
function openingOf({ before }: GuidelineEvidence, kind: 'quote' | 'bracket'): string {
  return before.find((one) => one.kind === kind)?.token ?? ''
}

export function candidates(
  found: (Counted | undefined)[],
  note: string | ((one: Counted, i: number) => string),
): Candidate[] {
  return found.flatMap((one, i) => {
    if (!one?.clearest) return []
    const { mention, ...ref } = one.clearest
    return [{ ref, mention, note: typeof note === 'string' ? note : note(one, i) }]
  })
}

function tooWide(found: Counted, note: string): Candidate[] {
  return found.wider ? [{ ref: found.wider, mention: note, note }] : []
}

/** At most `most`, no two of the same words or in the same sentence. */
export function distinct(found: Candidate[], most: number): Example[] {
  const mentions = new Set<string>()
  const ordinals = new Set<number>()
  return found
    .filter(({ ref, mention }) => {
      if (mentions.has(mention) || ordinals.has(ref.ordinal)) return false
      mentions.add(mention)
      ordinals.add(ref.ordinal)
      return true
    })
    .slice(0, most)
    .map(({ ref: { ordinal, start, end, tail }, note }) => ({
      ordinal,
      start,
      end,
      ...(tail && { tail }),
      note,
    }))
}
