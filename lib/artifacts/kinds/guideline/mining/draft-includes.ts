import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import {
  type DraftLine,
  isTelling,
  tellingHeads,
  total,
  wordingsOf,
} from '@/lib/artifacts/kinds/guideline/mining/draft-line'
import type { Phrases } from '@/lib/artifacts/kinds/guideline/mining/phrases'

const MOST_HEADS = 4

type Shape = GuidelineEvidence['shapes'][number]['shape']

/** What belongs to the label, and how far a mention reaches. */
export function draftIncludes(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  return [
    ...headLines(evidence, phrases),
    ...shapeLines(evidence, phrases),
    ...listLine(evidence, phrases),
    ...holdingLines(evidence, phrases),
  ]
}

function headLines(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  return tellingHeads(evidence)
    .slice(0, MOST_HEADS)
    .map((head) => {
      const text = phrases.builtOn({ head: head.word, wordings: wordingsOf([head]) })
      return includes({ text, section: 'heads', key: head.word, behind: [head] })
    })
}

function shapeLines(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  const { mentions } = evidence
  const line = (shape: Shape, say: (wordings: string[]) => string, shares: [number, number] = [0, 1]) =>
    evidence.shapes.flatMap((one) => {
      const share = one.count / mentions
      const wordings = wordingsOf([one], 10).filter((words) => isOfShape(words, shape))
      if (one.shape !== shape || !isTelling(evidence, one.count) || !wordings.length) return []
      if (share < shares[0] || share > shares[1]) return []
      return [includes({ text: say(wordings.slice(0, 3)), section: 'shapes', key: shape, behind: [one] })]
    })
  return [
    ...line('one-token', phrases.singleWords, [0.05, 0.9]),
    ...line('all-caps', phrases.abbreviations),
    ...line('short-form-in-brackets', phrases.shortForms),
    ...line('with-joining-word', phrases.joined),
    ...line('with-digits', phrases.withDigits),
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
  if (!isTelling(evidence, total(behind))) return []
  return [includes({ text: phrases.inLists(), section: 'neighbours', key: evidence.label, behind })]
}

function holdingLines({ nesting }: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  return nesting
    .filter(({ relation }) => relation === 'contains')
    .map((nested) => {
      const text = phrases.holds({ other: nested.label, wordings: wordingsOf([nested]) })
      return includes({ text, section: 'nesting', key: `contains ${nested.label}`, behind: [nested] })
    })
}

function includes(line: Omit<DraftLine, 'field'>): DraftLine {
  return { field: 'includes', ...line }
}
