import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import { type DraftLine, isClear, tellingHeads } from '@/lib/artifacts/kinds/guideline/mining/draft-line'
import type { Phrases } from '@/lib/artifacts/kinds/guideline/mining/phrases'
import { scriptOf } from '@/lib/tasks/model'

const EXAMPLES = 3

/** One or a few sentences on what the label seems to cover, from what its mentions look like. No meaning is made up. */
export function draftDefinition(evidence: GuidelineEvidence, phrases: Phrases): DraftLine {
  const text = phrases.definition({
    label: evidence.label,
    readable: readableLabel(evidence),
    examples: typicalMentions(evidence, EXAMPLES),
    look: lookOf(evidence),
    heads: commonHeads(evidence),
    length: usualLength(evidence),
    leads: commonLeads(evidence),
  })
  const sample = { count: evidence.mentions, refs: evidence.sample }
  return { field: 'definition', text, section: 'sample', key: evidence.label, behind: [sample] }
}

/** Frequent mentions that differ in how they end, so that three of them show three sorts. */
export function typicalMentions(evidence: GuidelineEvidence, count: number): string[] {
  const mentions = evidence.frequent.map(({ mention }) => cut(mention, 100))
  const chosen: string[] = []
  const endings = new Set<string>()
  for (const mention of mentions) {
    const ending = endingOf(mention, evidence)
    if (chosen.length < count && !endings.has(ending)) chosen.push(mention)
    endings.add(ending)
  }
  return [...chosen, ...mentions.filter((mention) => !chosen.includes(mention))].slice(0, count)
}

export function cut(words: string, most: number): string {
  return words.length > most ? `${words.slice(0, most - 1)}…` : words
}

function endingOf(mention: string, { heads, language }: GuidelineEvidence): string {
  const words = scriptOf(language) === 'unspaced' ? [] : mention.split(' ')
  const head = heads.find(({ word }) => (words.length ? words.includes(word) : mention.endsWith(word)))
  return head?.word ?? (words.at(-1) || mention)
}

/** `political_party`, `politicalParty`, and `politicalparty` when the mentions themselves end in "Party". */
export function readableLabel({ label, heads, mentions }: GuidelineEvidence): string | null {
  const split = label
    .replace(/[_-]+/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[?!.]+$/, '')
    .toLowerCase()
  if (
    split !==
    label
      .toLowerCase()
      .replace(/-+/g, ' ')
      .replace(/[?!.]+$/, '')
  )
    return split
  const end = heads.find(({ word, count }) => {
    const rest = label.length - word.length
    return word.length > 3 && rest > 3 && count >= mentions / 10 && split.endsWith(word.toLowerCase())
  })
  return end ? `${split.slice(0, -end.word.length)} ${end.word.toLowerCase()}` : null
}

function lookOf({ shapes, mentions }: GuidelineEvidence): 'names' | 'lower-case' | 'mixed' {
  const share = (...of: string[]) =>
    shapes.filter(({ shape }) => of.includes(shape)).reduce((sum, { count }) => sum + count, 0) / mentions
  if (share('capitalised', 'all-caps') >= 0.9) return 'names'
  return share('lower-case') >= 0.6 ? 'lower-case' : 'mixed'
}

function commonHeads(evidence: GuidelineEvidence): { words: string[]; most: boolean } | null {
  const heads = tellingHeads(evidence).slice(0, 3)
  const share = heads.reduce((sum, { count }) => sum + count, 0) / evidence.mentions
  return share < 0.15 ? null : { words: heads.map(({ word }) => word), most: share >= 0.6 }
}

/** Whether nine of ten mentions are a single word, or have more than one; a character is no word. */
export function usualLength({
  lengths,
  mentions,
  language,
}: GuidelineEvidence): 'one-word' | 'several-words' | null {
  if (scriptOf(language) === 'unspaced') return null
  const single = lengths.find(({ length }) => length === 1)?.count ?? 0
  if (isClear(single, mentions - single)) return 'one-word'
  return isClear(mentions - single, single) ? 'several-words' : null
}

/** Words that introduce mentions again and again; a single such phrase may be chance. */
function commonLeads({ introducing, before, mentions }: GuidelineEvidence): string[] {
  const titles = before
    .filter(({ kind }) => kind === 'title')
    .map(({ token, count }) => ({ words: token, count }))
  const leads = [...introducing.map(({ words, count }) => ({ words, count })), ...titles]
    .filter(({ count }) => count > 3 && count >= mentions / 200)
    .sort((a, b) => b.count - a.count)
    .slice(0, 3)
  return leads.length > 1 ? leads.map(({ words }) => words) : []
}
