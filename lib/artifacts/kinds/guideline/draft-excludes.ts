import { draftBoundaries } from '@/lib/artifacts/kinds/guideline/draft-boundaries'
import { type DraftLine, wordingsOf } from '@/lib/artifacts/kinds/guideline/draft-line'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import type { Phrases } from '@/lib/artifacts/kinds/guideline/phrases'

const MOST_MENTIONS = 4
const MOST_LABELS = 3

/** What stays outside, and where the gold is of two minds: those lines end in a question that a person has to settle. */
export function draftExcludes(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  return [
    ...draftBoundaries(evidence, phrases),
    ...otherLabelLines(evidence, phrases),
    ...coveredLines(evidence, phrases),
    ...overlapLines(evidence, phrases),
    ...unlabelledLine(evidence, phrases),
  ]
}

function otherLabelLines({ label, ambiguous }: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  const pairs = ambiguous.flatMap(({ mention, labels }) => {
    const own = labels.find((one) => one.label === label)
    return own ? labels.filter((one) => one !== own).map((others) => ({ mention, own, others })) : []
  })
  const otherLabels = [...new Set(pairs.map(({ others }) => others.label))]
  const pairsOf = (other: string) =>
    pairs.filter(({ others }) => others.label === other).slice(0, MOST_MENTIONS)
  return otherLabels.slice(0, MOST_LABELS).map((other) => {
    const mentions = pairsOf(other).map(({ mention, own, others }) => ({
      mention,
      own: own.count,
      others: others.count,
    }))
    const once = mentions.every(({ own, others }) => own === 1 && others === 1)
    return {
      text: phrases.otherLabel({ label, other, mentions, once }),
      section: 'ambiguous',
      key: other,
      behind: pairsOf(other).flatMap(({ own, others }) => [own, others]),
    }
  })
}

/** Where the same words are labelled inside that label as well, `draftIncludes` asks which of the two it should be. */
function coveredLines(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  const isAsked = (other: string) =>
    evidence.nesting.some(({ label, relation }) => label === other && relation === 'within')
  return evidence.covered
    .filter(({ label, count }) => count > 2 && count >= evidence.mentions / 50 && !isAsked(label))
    .slice(0, MOST_LABELS)
    .map((found) => ({
      text: phrases.covered({ other: found.label, wordings: wordingsOf([found]), count: found.count }),
      section: 'covered',
      key: found.label,
      behind: [found],
    }))
}

function overlapLines({ nesting }: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  return nesting
    .filter(({ relation }) => relation === 'overlaps')
    .map((found) => ({
      text: phrases.overlaps({ other: found.label, count: found.count, wordings: wordingsOf([found]) }),
      section: 'nesting',
      key: `overlaps ${found.label}`,
      behind: [found],
    }))
}

function unlabelledLine({ unlabelled }: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  const found = unlabelled.slice(0, MOST_MENTIONS)
  if (!found.length) return []
  const mentions = found.map(({ mention, labelled, count }) => ({ mention, labelled, unlabelled: count }))
  return [{ text: phrases.unlabelled(mentions), section: 'unlabelled', key: 'unlabelled', behind: found }]
}
