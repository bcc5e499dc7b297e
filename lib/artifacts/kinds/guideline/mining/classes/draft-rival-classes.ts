import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import { eachForItself } from '@/lib/artifacts/kinds/guideline/mining/choose-words'
import type { ClassPhrases } from '@/lib/artifacts/kinds/guideline/mining/classes/phrases'
import { shortest } from '@/lib/artifacts/kinds/guideline/mining/classes/shortest'
import { type DraftLine, isTelling } from '@/lib/artifacts/kinds/guideline/mining/draft-line'
import { otherLabelLines } from '@/lib/artifacts/kinds/guideline/mining/draft-rivals'
import type { Phrases } from '@/lib/artifacts/kinds/guideline/mining/phrases'

const MOST_RIVALS = 3
const MOST_WORDS = 4

/** The classes that texts are taken for: words that are theirs, and the question what tells the two apart. */
export function draftRivalClasses(
  evidence: GuidelineEvidence,
  { phrases, general }: { phrases: ClassPhrases; general: Phrases },
): DraftLine[] {
  const rivals = evidence.taken.filter(({ count }) => isTelling(evidence, count)).slice(0, MOST_RIVALS)
  const excludes = rivals.flatMap(({ label: other, words }): DraftLine[] => {
    const shown = eachForItself(words, MOST_WORDS)
    if (!shown.length) return []
    const text = phrases.theirWords({ label: evidence.label, other, words: shown.map(({ word }) => word) })
    return [{ field: 'excludes', text, section: 'taken', key: other, behind: shown }]
  })
  const questions = rivals.map((one): DraftLine => {
    const text = phrases.taken({ other: one.label, count: one.count, texts: shortest(one) })
    return { field: 'questions', text, section: 'taken', key: one.label, behind: [one] }
  })
  return [...excludes, ...questions, ...otherLabelLines(withoutCompanions(evidence), general)]
}

/** Where a text may have several classes, the same text under two is no doubt. */
function withoutCompanions(evidence: GuidelineEvidence): GuidelineEvidence {
  const companions = new Set(evidence.companions.map(({ label }) => label))
  const ambiguous = evidence.ambiguous.map((one) => ({
    ...one,
    labels: one.labels.filter(({ label }) => !companions.has(label)),
  }))
  return { ...evidence, ambiguous }
}
