import {
  type DraftLine,
  isTelling,
  tellingHeads,
  wordingsOf,
} from '@/lib/artifacts/kinds/guideline/draft-line'
import type { Counted, GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import type { Phrases } from '@/lib/artifacts/kinds/guideline/phrases'

const MOST_HEADS = 4

type Shape = GuidelineEvidence['shapes'][number]['shape']

/** What belongs to the label, and how far a mention reaches. */
export function draftIncludes(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  return [
    ...headLines(evidence, phrases),
    ...shapeLines(evidence, phrases),
    ...listLine(evidence, phrases),
    ...nestingLines(evidence, phrases),
  ]
}

function headLines(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  return tellingHeads(evidence)
    .slice(0, MOST_HEADS)
    .map((head) => ({
      text: phrases.builtOn({ head: head.word, wordings: wordingsOf([head]) }),
      section: 'heads',
      key: head.word,
      behind: [head],
    }))
}

function shapeLines(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  const { mentions } = evidence
  const line = (shape: Shape, say: (wordings: string[]) => string, shares: [number, number] = [0, 1]) =>
    evidence.shapes.flatMap((one) => {
      const share = one.count / mentions
      const wordings = wordingsOf([one], 10).filter((words) => isOfShape(words, shape))
      if (one.shape !== shape || !isTelling(evidence, one.count) || !wordings.length) return []
      if (share < shares[0] || share > shares[1]) return []
      return [{ text: say(wordings.slice(0, 3)), section: 'shapes', key: shape, behind: [one] }]
    })
  const digits = evidence.shapes.find(({ shape }) => shape === 'with-digits')?.count ?? 0
  return [
    ...line('one-token', phrases.singleWords, [0.05, 0.9]),
    ...line('all-caps', phrases.abbreviations),
    ...line('short-form-in-brackets', phrases.shortForms),
    ...line('with-joining-word', phrases.joined),
    ...line('with-digits', (wordings) =>
      phrases.withDigits({ nearlyAll: digits >= 0.9 * mentions, wordings }),
    ),
    ...line('lower-case', phrases.lowerCase, [0.02, 0.6]),
  ]
}

/** Abbreviations have a line of their own, so they are no examples of single words. */
function isOfShape(words: string, shape: Shape): boolean {
  return shape !== 'one-token' || !/^[\p{Lu}\p{N}.&-]{2,}$/u.test(words)
}

function listLine(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  const behind = evidence.neighbours.filter(
    ({ label, place, between }) => label === evidence.label && place === 'after' && between !== '',
  )
  const count = behind.reduce((sum, one) => sum + one.count, 0)
  if (!isTelling(evidence, count)) return []
  return [{ text: phrases.inLists(), section: 'neighbours', key: evidence.label, behind }]
}

function nestingLines(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  return evidence.nesting.flatMap((nested) => {
    const wordings = wordingsOf([nested])
    const found = (text: string, behind: Counted[]) => [
      { text, section: 'nesting', key: `${nested.relation} ${nested.label}`, behind },
    ]
    if (nested.relation === 'contains')
      return found(phrases.holds({ other: nested.label, wordings }), [nested])
    if (nested.relation !== 'within') return []
    const covered = evidence.covered.filter(({ label }) => label === nested.label)
    const unlabelled = covered[0]?.count ?? 0
    const said = { other: nested.label, wordings, labelled: nested.count, unlabelled }
    return found(phrases.liesWithin(said), [nested, ...covered])
  })
}
