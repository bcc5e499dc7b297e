import type { Counted, GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import {
  type DraftLine,
  isClear,
  ruleOrQuestion,
  total,
  wordingsOf,
} from '@/lib/artifacts/kinds/guideline/mining/draft-line'
import type { Phrases } from '@/lib/artifacts/kinds/guideline/mining/phrases'

const MOST_MENTIONS = 4
const MOST_LABELS = 3

/** What else the same words are: another label, part of something longer, nothing. */
export function draftRivals(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  return [
    ...otherLabelLines(evidence, phrases),
    ...withinLines(evidence, phrases),
    ...overlapLines(evidence, phrases),
    ...unlabelledLine(evidence, phrases),
  ]
}

type Pair = { mention: string; own: Counted; others: Counted & { label: string } }

/** Words of two labels: a rule where they are nearly always the other's, a question where both are frequent. */
export function otherLabelLines({ label, ambiguous }: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  const pairs = ambiguous.flatMap(({ mention, labels }): Pair[] => {
    const own = labels.find((one) => one.label === label)
    return own ? labels.filter((one) => one !== own).map((others) => ({ mention, own, others })) : []
  })
  const otherLabels = [...new Set(pairs.map(({ others }) => others.label))].slice(0, MOST_LABELS)
  return otherLabels.flatMap((other) => {
    const all = pairs.filter(({ others }) => others.label === other)
    const theirs = all.filter(({ own, others }) => isClear(others.count, own.count))
    const unsettled = all.filter(
      (pair) => !theirs.includes(pair) && !isClear(pair.own.count, pair.others.count),
    )
    return [
      ...theirsLine({ label, other, pairs: theirs }, phrases),
      ...askLine({ label, other, pairs: unsettled }, phrases),
    ]
  })
}

type Rivalry = { label: string; other: string; pairs: Pair[] }

function theirsLine({ label, other, pairs }: Rivalry, phrases: Phrases): DraftLine[] {
  const shown = pairs.slice(0, MOST_MENTIONS)
  if (!shown.length) return []
  const text = phrases.otherLabel.theirs({ label, other, mentions: shown.map(({ mention }) => mention) })
  const behind = shown.map(({ others }) => others)
  return [{ field: 'excludes', text, section: 'ambiguous', key: other, behind }]
}

function askLine({ label, other, pairs }: Rivalry, phrases: Phrases): DraftLine[] {
  const shown = pairs.slice(0, MOST_MENTIONS)
  if (!shown.length) return []
  const mentions = shown.map(({ mention, own, others }) => ({
    mention,
    own: own.count,
    others: others.count,
  }))
  const once = mentions.every(({ own, others }) => own === 1 && others === 1)
  const text = phrases.otherLabel.ask({ label, other, mentions, once })
  const behind = shown.flatMap(({ own, others }) => [own, others])
  return [{ field: 'questions', text, section: 'ambiguous', key: other, behind }]
}

/** The same words inside a longer mention of another label: labelled there as well, or not. */
function withinLines(evidence: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  const nested = evidence.nesting.filter(({ relation }) => relation === 'within')
  const isTold = ({ label, count }: { label: string; count: number }) =>
    nested.some((one) => one.label === label) || (count > 2 && count >= evidence.mentions / 50)
  const covered = evidence.covered.filter(isTold)
  const others = [...new Set([...nested, ...covered.slice(0, MOST_LABELS)].map(({ label }) => label))]
  return others.flatMap((other) => {
    const inside = nested.filter(({ label }) => label === other)
    const outside = covered.filter(({ label }) => label === other)
    return ruleOrQuestion(evidence, {
      ...{ section: inside.length ? 'nesting' : 'covered', key: `within ${other}`, inside, outside },
      sayOutside: () => phrases.within.outside({ other, wordings: wordingsOf(outside) }),
      sayInside: () => phrases.within.inside({ other, wordings: wordingsOf(inside) }),
      ask: (figures) => phrases.within.ask({ other, wordings: wordingsOf(inside), ...figures }),
    })
  })
}

function overlapLines({ nesting }: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  return nesting
    .filter(({ relation }) => relation === 'overlaps')
    .map((found) => ({
      field: 'questions',
      text: phrases.overlaps({ other: found.label, count: found.count, wordings: wordingsOf([found]) }),
      section: 'nesting',
      key: `overlaps ${found.label}`,
      behind: [found],
    }))
}

/** Words that stand without a label often enough for more than a slip. */
export function unlabelledLine({ unlabelled }: GuidelineEvidence, phrases: Phrases): DraftLine[] {
  const found = unlabelled.filter(({ labelled, count }) => !isClear(labelled, count)).slice(0, MOST_MENTIONS)
  if (!total(found)) return []
  const mentions = found.map(({ mention, labelled, count }) => ({ mention, labelled, unlabelled: count }))
  const text = phrases.unlabelled(mentions)
  return [{ field: 'questions', text, section: 'unlabelled', key: 'unlabelled', behind: found }]
}
