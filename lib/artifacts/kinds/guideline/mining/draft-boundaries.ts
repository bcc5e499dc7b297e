import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import {
  type DraftLine,
  isTelling,
  ruleOrQuestion,
  total,
  wordingsOf,
} from '@/lib/artifacts/kinds/guideline/mining/draft-line'
import type { Phrases } from '@/lib/artifacts/kinds/guideline/mining/phrases'
import { isContentWord } from '@/lib/artifacts/kinds/guideline/mining/tokens'
import { commonVerbs } from '@/lib/artifacts/kinds/guideline/mining/word-lists'
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

/** What stands at the edge of a mention: a rule for what the gold leaves outside, a question where it is not always so. */
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
  const { article } = phrases
  const before = evidence.before.filter(({ kind }) => kind === 'article')
  const first = evidence.inside.filter(({ kind, place }) => kind === 'article' && place === 'first')
  const tokens = [...new Set([...before, ...first].map(({ token }) => token))]
  return tokens.flatMap((token, i) => {
    const outside = before.filter((one) => one.token === token)
    const inside = first.filter((one) => one.token === token)
    const all = total(outside) + total(inside)
    if (!isTelling(evidence, all) || (i > 0 && all < evidence.mentions / 20)) return []
    const said = { token, wordings: wordingsOf(inside) }
    return ruleOrQuestion(evidence, {
      ...{ section: 'before', key: token, outside, inside },
      sayOutside: () => article.outside(said),
      sayInside: () => article.inside(said),
      ask: (figures) => article.ask({ ...said, ...figures }),
    })
  })
}

function titleLines(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  const { title } = phrases
  return (['before', 'after'] as const).flatMap((place) => {
    const outside = evidence[place].filter(({ kind }) => kind === 'title')
    const edge = place === 'before' ? 'first' : 'last'
    const inside = evidence.inside.filter(
      (one) => one.kind === 'title' && one.place === edge && outside.some(({ token }) => token === one.token),
    )
    const isUsual = place === 'before' || scriptOf(evidence.language) === 'unspaced'
    if (!isUsual || !isTelling(evidence, total(outside))) return []
    const said = { place, tokens: tokensOf(outside), wordings: wordingsOf(inside) }
    return ruleOrQuestion(evidence, {
      ...{ section: place, key: 'title', outside, inside },
      sayOutside: () => title.outside(said),
      sayInside: () => title.inside(said),
      ask: (figures) => title.ask({ ...said, ...figures }),
    })
  })
}

function possessiveLine(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  const behind = evidence.after.filter(({ kind }) => kind === 'possessive')
  if (!isTelling(evidence, total(behind))) return []
  return [{ field: 'excludes', text: phrases.possessive(), section: 'after', key: "'s", behind }]
}

function enclosedLines(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  const { enclosed } = phrases
  return (['quote', 'bracket'] as const).flatMap((kind) => {
    const shape = kind === 'quote' ? 'in-quotes' : 'in-brackets'
    const outside = evidence.shapes.filter((one) => one.shape === shape)
    const inside = evidence.inside.filter((one) => one.kind === kind && one.place === 'first')
    const open = evidence.before.find((one) => one.kind === kind)?.token
    const counts = { outside: total(outside), inside: total(inside) }
    if (!open || !isTelling(evidence, counts.outside) || areShortForms(evidence, { kind, ...counts }))
      return []
    const said = { kind, open, close: CLOSING[open] ?? open, wordings: wordingsOf(inside) }
    return ruleOrQuestion(evidence, {
      ...{ section: 'shapes', key: shape, outside, inside },
      sayOutside: () => enclosed.outside(said),
      sayInside: () => enclosed.inside(said),
      ask: (figures) => enclosed.ask({ ...said, ...figures }),
    })
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
  const text = phrases.measures(tokensOf(behind))
  return [{ field: 'excludes', text, section: 'before', key: 'measure', behind }]
}

/** Words at the edge that the gold takes in at times and leaves out at others. */
function edgeWordLines(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  return evidence.inside
    .filter(({ kind, token }) => kind === 'word' && isContentWord(token))
    .filter(({ count, outside }) => count > 1 && outside > 1)
    .slice(0, 3)
    .flatMap(({ token, place, outside, ...inside }) => {
      const around = place === 'first' ? evidence.before : evidence.after
      const left = around.filter((one) => one.token === token)
      const said = { token, place, wordings: wordingsOf([inside]) }
      return ruleOrQuestion(evidence, {
        ...{ section: 'inside', key: `${place} ${token}`, inside: [inside] },
        outside: left.length ? left : [{ count: outside, refs: [] }],
        sayOutside: () => phrases.edgeWord.outside(said),
        sayInside: () => phrases.edgeWord.inside(said),
        ask: (figures) => phrases.edgeWord.ask({ ...said, ...figures }),
      })
    })
}

function neighbourLines(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  const touching = evidence.neighbours.filter(
    ({ between, label }) => between === '' && label !== evidence.label,
  )
  return [...new Set(touching.map(({ label }) => label))].flatMap((other) => {
    const behind = touching.filter(({ label }) => label === other)
    if (!isTelling(evidence, total(behind)) || total(behind) < 3) return []
    const isAt = (side: string) => behind.some(({ place }) => place === side)
    const text = phrases.neighbour({ other, before: isAt('before'), after: isAt('after') })
    return [{ field: 'excludes', text, section: 'neighbours', key: other, behind }]
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
  const text = phrases.beside({ before: tokensOf(before), after: tokensOf(after) })
  return [{ field: 'excludes', text, section: 'before', key: 'word', behind }]
}

/** A guess without a dictionary: no capital, no grammar word, no common verb, nothing in -ed or -ing. */
function isNounLike(token: string): boolean {
  if (!/^\p{Ll}/u.test(token) || !isContentWord(token)) return false
  return !commonVerbs.has(token) && !/(ed|ing)$/.test(token)
}

function tokensOf(found: Beside[]): string[] {
  return found.slice(0, 4).map(({ token }) => token)
}
