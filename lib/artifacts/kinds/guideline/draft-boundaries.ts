import { type DraftLine, isTelling, wordingsOf } from '@/lib/artifacts/kinds/guideline/draft-line'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import type { Phrases, Tally } from '@/lib/artifacts/kinds/guideline/phrases'
import { isContentWord } from '@/lib/artifacts/kinds/guideline/tokens'
import { commonVerbs } from '@/lib/artifacts/kinds/guideline/word-lists'
import { scriptOf } from '@/lib/tasks/model'

type Beside = GuidelineEvidence['before'][number]

/** What closes what these open. */
const CLOSING: Record<string, string> = {
  '(': ')',
  '（': '）',
  '[': ']',
  '《': '》',
  '〈': '〉',
  '【': '】',
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '«': '»',
}

/** What stands at the edge of a mention and is left outside, with figures, and with a question where it is not always so. */
export function draftBoundaries(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  return [
    ...articleLines(evidence, phrases),
    ...titleLines(evidence, phrases),
    ...possessiveLine(evidence, phrases),
    ...enclosedLines(evidence, phrases),
    ...measureLine(evidence, phrases),
    ...edgeWordLines(evidence, phrases),
    ...neighbourLines(evidence, phrases),
    ...besideLine(evidence, phrases),
  ]
}

function articleLines(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  const { mentions } = evidence
  const outside = evidence.before.filter(({ kind }) => kind === 'article')
  const inside = evidence.inside.filter(({ kind, place }) => kind === 'article' && place === 'first')
  const tokens = [...new Set([...outside, ...inside].map(({ token }) => token))]
  return tokens.flatMap((token, i) => {
    const out = outside.filter((one) => one.token === token)
    const within = inside.filter((one) => one.token === token)
    const counts = { outside: out[0]?.count ?? 0, inside: within[0]?.count ?? 0 }
    const all = counts.outside + counts.inside
    if (!isTelling(evidence, all) || (i > 0 && all < mentions / 20)) return []
    const text = phrases.article({ token, mentions, ...counts, wordings: wordingsOf(within) })
    return [{ text, section: 'before', key: token, behind: [...out, ...within] }]
  })
}

function titleLines(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  return (['before', 'after'] as const).flatMap((place) => {
    const outside = evidence[place].filter(({ kind }) => kind === 'title')
    const edge = place === 'before' ? 'first' : 'last'
    const within = evidence.inside.filter(
      (one) => one.kind === 'title' && one.place === edge && outside.some(({ token }) => token === one.token),
    )
    const isUsual = place === 'before' || scriptOf(evidence.language) === 'unspaced'
    if (!isUsual || !isTelling(evidence, total(outside))) return []
    const [example] = wordingsOf(within)
    const inside = example ? { words: example, count: total(within) } : null
    const text = phrases.titles({ place, tokens: tallies(outside, 4), inside })
    return [{ text, section: place, key: 'title', behind: [...outside, ...within] }]
  })
}

function possessiveLine(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  const behind = evidence.after.filter(({ kind }) => kind === 'possessive')
  if (!isTelling(evidence, total(behind))) return []
  return [{ text: phrases.possessive(total(behind)), section: 'after', key: "'s", behind }]
}

function enclosedLines(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  return (['quote', 'bracket'] as const).flatMap((kind) => {
    const shape = kind === 'quote' ? 'in-quotes' : 'in-brackets'
    const outside = evidence.shapes.filter((one) => one.shape === shape)
    const within = evidence.inside.filter((one) => one.kind === kind && one.place === 'first')
    const open = evidence.before.find((one) => one.kind === kind)?.token
    const counts = { outside: total(outside), inside: total(within) }
    if (!open || !isTelling(evidence, counts.outside) || areShortForms(evidence, { kind, ...counts }))
      return []
    const wordings = wordingsOf(within)
    const text = phrases.enclosed({ kind, open, close: CLOSING[open] ?? open, ...counts, wordings })
    return [{ text, section: 'shapes', key: shape, behind: [...outside, ...within] }]
  })
}

/** Brackets around short forms are spoken of in a line of their own. */
function areShortForms(
  { shapes }: GuidelineEvidence,
  { kind, outside, inside }: { kind: 'quote' | 'bracket'; outside: number; inside: number },
): boolean {
  const shortForms = shapes.find(({ shape }) => shape === 'short-form-in-brackets')
  return kind === 'bracket' && inside === 0 && (shortForms?.count ?? 0) >= outside / 2
}

function measureLine(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  const behind = evidence.before.filter(({ kind }) => kind === 'measure')
  if (!isTelling(evidence, total(behind))) return []
  return [{ text: phrases.measures(tallies(behind, 4)), section: 'before', key: 'measure', behind }]
}

/** Words at the edge that the gold takes in at times and leaves out at others. */
function edgeWordLines(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  return evidence.inside
    .filter(({ kind, token }) => kind === 'word' && isContentWord(token))
    .filter(({ count, outside }) => count > 1 && outside > 1)
    .slice(0, 3)
    .map(({ token, place, count, outside, ...rest }) => ({
      text: phrases.edgeWord({ token, place, inside: count, outside }),
      section: 'inside',
      key: `${place} ${token}`,
      behind: [{ count, ...rest }],
    }))
}

function neighbourLines(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  const touching = evidence.neighbours.filter(
    ({ between, label }) => between === '' && label !== evidence.label,
  )
  return [...new Set(touching.map(({ label }) => label))].flatMap((other) => {
    const behind = touching.filter(({ label }) => label === other)
    if (!isTelling(evidence, total(behind)) || total(behind) < 3) return []
    const count = (side: string) => total(behind.filter(({ place }) => place === side))
    const text = phrases.neighbour({ other, before: count('before'), after: count('after') })
    return [{ text, section: 'neighbours', key: other, behind }]
  })
}

/** Nouns and adjectives that stand next to mentions so often that one may be tempted to take them in. */
function besideLine(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  if (scriptOf(evidence.language) === 'unspaced') return []
  const telling = (found: Beside[]) =>
    found.filter(
      ({ kind, token, count }) =>
        kind === 'word' && isNounLike(token) && count > 3 && isTelling(evidence, count),
    )
  const before = telling(evidence.before).slice(0, 4)
  const after = telling(evidence.after).slice(0, 3)
  const behind = [...before, ...after]
  if (!behind.length) return []
  const text = phrases.beside({ before: tallies(before, 4), after: tallies(after, 3) })
  return [{ text, section: 'before', key: 'word', behind }]
}

/** A guess without a dictionary: no capital, no grammar word, no common verb, nothing in -ed or -ing. */
function isNounLike(token: string): boolean {
  if (!/^\p{Ll}/u.test(token) || !isContentWord(token)) return false
  return !commonVerbs.has(token) && !/(ed|ing)$/.test(token)
}

function total(found: { count: number }[]): number {
  return found.reduce((sum, { count }) => sum + count, 0)
}

function tallies(found: Beside[], most: number): Tally[] {
  return found.slice(0, most).map(({ token, count }) => ({ words: token, count }))
}
