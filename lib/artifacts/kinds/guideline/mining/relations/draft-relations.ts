import type { Counted, GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import { chooseWords } from '@/lib/artifacts/kinds/guideline/mining/choose-words'
import { readableLabel } from '@/lib/artifacts/kinds/guideline/mining/draft-definition'
import { candidates, distinct } from '@/lib/artifacts/kinds/guideline/mining/draft-examples'
import {
  type DraftLine,
  isClear,
  isTelling,
  wordingsOf,
} from '@/lib/artifacts/kinds/guideline/mining/draft-line'
import { otherLabelLines } from '@/lib/artifacts/kinds/guideline/mining/draft-rivals'
import type { FormMiner } from '@/lib/artifacts/kinds/guideline/mining/form-miner'
import { phrasesFor } from '@/lib/artifacts/kinds/guideline/mining/phrases-for'
import { companionLines } from '@/lib/artifacts/kinds/guideline/mining/relations/draft-companions'
import { pairOf, pairsOf } from '@/lib/artifacts/kinds/guideline/mining/relations/pairs'
import type { RelationPhrases } from '@/lib/artifacts/kinds/guideline/mining/relations/phrases'
import { relationPhrases } from '@/lib/artifacts/kinds/guideline/mining/relations/phrases-for'

const MOST_EXAMPLES = 8
const MOST_TYPICAL = 10
const MOST_WORDS = 5
const MOST_TYPES = 4

/** A type of relation by its ends, their types and order, the words between them, and what is none. */
export const draftRelations: FormMiner['draft'] = (evidence, language) => {
  const phrases = relationPhrases[language]
  const general = phrasesFor(language)
  const words = chooseWords(evidence, MOST_EXAMPLES)
  const others = evidence.ambiguous.flatMap(({ labels }) => {
    const [other] = labels.filter(({ label }) => label !== evidence.label)
    return other ? candidates([other], general.note.otherLabel(other.label)) : []
  })
  const unrelated = evidence.types.map((one) => one.unrelated)
  return {
    definition: definitionLine(evidence, phrases),
    lines: [
      ...typeLines(evidence, phrases),
      ...orderLine(evidence, phrases),
      ...betweenLine(evidence, phrases),
      ...companionLines(evidence, phrases),
      ...unrelatedLines(evidence, phrases),
      ...otherLabelLines(evidence, general),
    ],
    typical: evidence.frequent
      .map(({ mention }) => mention)
      .filter((pair) => pair.length <= 100)
      .slice(0, MOST_TYPICAL),
    positives: distinct(
      [
        ...candidates(words.slice(0, 4), (_, i) => phrases.note.words(words[i]!.word)),
        ...candidates(
          firstOf(evidence) ? [] : evidence.order,
          (_, i) => phrases.note[evidence.order[i]!.order],
        ),
        ...candidates(evidence.frequent, general.note.typical),
      ],
      MOST_EXAMPLES,
    ),
    negatives: distinct([...others, ...candidates(unrelated, phrases.note.unrelated)], MOST_EXAMPLES),
  }
}

function definitionLine(evidence: GuidelineEvidence, phrases: RelationPhrases): DraftLine {
  const [types] = evidence.types
  const text = phrases.definition({
    label: evidence.label,
    readable: readableLabel(evidence),
    pairs: typicalPairs(evidence),
    types: types && isClear(types.count, evidence.mentions - types.count) ? types : null,
    first: firstOf(evidence),
    words: chooseWords(evidence, MOST_WORDS).map(({ word }) => word),
  })
  const sample = { count: evidence.mentions, refs: evidence.sample }
  return { field: 'definition', text, section: 'sample', key: evidence.label, behind: [sample] }
}

/** Three pairs with different words at either end. */
function typicalPairs({ frequent }: GuidelineEvidence) {
  const chosen: { head: string; tail: string }[] = []
  for (const { mention } of frequent) {
    const pair = pairOf(mention)
    const isNew = chosen.every(({ head, tail }) => head !== pair.head && tail !== pair.tail)
    if (isNew && mention.length <= 100 && chosen.length < 3) chosen.push(pair)
  }
  return chosen.length ? chosen : frequent.slice(0, 1).map(({ mention }) => pairOf(mention))
}

function orderCounts({ order }: GuidelineEvidence) {
  const of = (name: string) => order.find((one) => one.order === name)
  return { head: of('head-first'), tail: of('tail-first') }
}

function firstOf(evidence: GuidelineEvidence): 'head' | 'tail' | null {
  const { head, tail } = orderCounts(evidence)
  const [heads, tails] = [head?.count ?? 0, tail?.count ?? 0]
  if (heads + tails < 5) return null
  return isClear(heads, tails) ? 'head' : isClear(tails, heads) ? 'tail' : null
}

function orderLine(evidence: GuidelineEvidence, phrases: RelationPhrases): DraftLine[] {
  const { head, tail } = orderCounts(evidence)
  const [headFirst] = head ? pairsOf(head, 1) : []
  const [tailFirst] = tail ? pairsOf(tail, 1) : []
  if (!head || !tail || !headFirst || !tailFirst || firstOf(evidence)) return []
  const text = phrases.eitherFirst({ headFirst, tailFirst })
  return [{ field: 'includes', text, section: 'order', key: 'either', behind: [head, tail] }]
}

/** A line for each pair of types, where there is more than one worth a line. */
function typeLines(evidence: GuidelineEvidence, phrases: RelationPhrases): DraftLine[] {
  const telling = evidence.types.filter(({ head, tail, count }) => head && tail && isTelling(evidence, count))
  if (telling.length < 2) return []
  return telling.slice(0, MOST_TYPES).map((one) => ({
    field: 'includes',
    text: phrases.types({ types: one, pairs: pairsOf(one, 2) }),
    section: 'types',
    key: `${one.head}\t${one.tail}`,
    behind: [one],
  }))
}

function betweenLine(evidence: GuidelineEvidence, phrases: RelationPhrases): DraftLine[] {
  const found = evidence.between.filter(({ count }) => count > 1 && isTelling(evidence, count)).slice(0, 3)
  if (found.length === 0) return []
  const behind: Counted[] = found
  const pairs = wordingsOf(behind, 2).map(pairOf)
  const text = phrases.between({ words: found.map(({ words }) => words), pairs })
  return [{ field: 'includes', text, section: 'between', key: 'between', behind }]
}

/** Pairs of the right types that are not related: a rule where they are at least as many, a question where they are fewer. */
function unrelatedLines(evidence: GuidelineEvidence, phrases: RelationPhrases): DraftLine[] {
  return evidence.types.slice(0, 2).flatMap((types): DraftLine[] => {
    const { count: related, unrelated } = types
    if (!unrelated || !isTelling(evidence, unrelated.count)) return []
    const of = { types, pairs: pairsOf(unrelated, 2) }
    const line = { section: 'unrelated', key: `${types.head}\t${types.tail}`, behind: [unrelated] }
    if (unrelated.count >= related) return [{ field: 'excludes', text: phrases.unrelated.rule(of), ...line }]
    const asked = { ...of, related, unrelated: unrelated.count }
    return [{ field: 'questions', text: phrases.unrelated.ask(asked), ...line }]
  })
}
