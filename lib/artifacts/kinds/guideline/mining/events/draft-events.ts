import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import {
  readableLabel,
  typicalMentions,
  usualLength,
} from '@/lib/artifacts/kinds/guideline/mining/draft-definition'
import { candidates, distinct, draftNegatives } from '@/lib/artifacts/kinds/guideline/mining/draft-examples'
import { type DraftLine, isTelling, wordingsOf } from '@/lib/artifacts/kinds/guideline/mining/draft-line'
import { otherLabelLines, unlabelledLine } from '@/lib/artifacts/kinds/guideline/mining/draft-rivals'
import { eventPhrases } from '@/lib/artifacts/kinds/guideline/mining/events/phrases'
import type { Drafted, FormMiner } from '@/lib/artifacts/kinds/guideline/mining/form-miner'
import { phrasesFor } from '@/lib/artifacts/kinds/guideline/mining/phrases-for'
import {
  draftRoles,
  roleExamples,
  roleQuestions,
  sumUpRoles,
} from '@/lib/artifacts/kinds/guideline/mining/roles/draft-roles'
import { rolePhrases } from '@/lib/artifacts/kinds/guideline/mining/roles/phrases'
import type { PhraseLanguage } from '@/lib/tasks/model'

const MOST_TYPICAL = 12
const MOST_EXAMPLES = 8
const MOST_COMPANIONS = 3
const TRIGGERS = 4

/** An event type by its triggers and its roles. */
export const draftEvents: FormMiner['draft'] = (evidence, language) =>
  draft(evidence, { language, triggers: true, roles: true })

/** By its triggers alone. */
export const draftTriggers: FormMiner['draft'] = (evidence, language) =>
  draft(evidence, { language, triggers: true, roles: false })

/** By its roles; what its triggers are is still said, as they tell which event is meant. */
export const draftArguments: FormMiner['draft'] = (evidence, language) =>
  draft(evidence, { language, triggers: false, roles: true })

type Parts = { language: PhraseLanguage; triggers: boolean; roles: boolean }

function draft(evidence: GuidelineEvidence, { language, triggers, roles }: Parts): Drafted {
  const phrases = phrasesFor(language)
  const ofRoles = rolePhrases[language]
  const typicals = candidates(evidence.frequent.slice(0, MOST_EXAMPLES), phrases.note.typical)
  const shown = roles ? roleExamples(evidence, ofRoles) : []
  return {
    definition: definitionLine(evidence, { language, triggers, roles }),
    lines: [
      ...(roles ? draftRoles(evidence, ofRoles) : []),
      ...companionLines(evidence, language),
      ...(roles ? roleQuestions(evidence, ofRoles) : []),
      ...(triggers ? [...otherLabelLines(evidence, phrases), ...unlabelledLine(evidence, phrases)] : []),
    ],
    typical: typicalMentions(evidence, MOST_TYPICAL),
    positives: distinct([...typicals.slice(0, 2), ...shown, ...typicals.slice(2)], MOST_EXAMPLES),
    negatives: draftNegatives({ ...evidence, before: [], after: [], shapes: [] }, phrases),
  }
}

function definitionLine(evidence: GuidelineEvidence, { language, roles }: Parts): DraftLine {
  const said = eventPhrases[language].definition({
    label: evidence.label,
    readable: readableLabel(evidence),
    triggers: typicalMentions(evidence, TRIGGERS),
    length: usualLength(evidence),
  })
  const summary = roles ? sumUpRoles(evidence, rolePhrases[language]) : ''
  const text = [said, summary].filter(Boolean).join(language === 'zh' ? '' : ' ')
  const sample = { count: evidence.mentions, refs: evidence.sample }
  return { field: 'definition', text, section: 'sample', key: evidence.label, behind: [sample] }
}

/** Other events of the same text, and of the very same words. */
function companionLines(evidence: GuidelineEvidence, language: PhraseLanguage): DraftLine[] {
  const phrases = eventPhrases[language]
  const together = evidence.companions
    .filter(({ kind, count }) => kind === 'same-text' && isTelling(evidence, count))
    .slice(0, MOST_COMPANIONS)
  const same = evidence.nesting.filter(
    ({ relation, label, count }) =>
      relation === 'same' && label !== evidence.label && isTelling(evidence, count),
  )
  const lines: DraftLine[] = same.map((one) => ({
    field: 'includes',
    text: phrases.sameWords({ other: one.label, wordings: wordingsOf([one]) }),
    section: 'nesting',
    key: `same ${one.label}`,
    behind: [one],
  }))
  if (together.length === 0) return lines
  const text = phrases.together({
    others: together.map(({ label }) => label).filter((label) => label !== evidence.label),
    itself: together.some(({ label }) => label === evidence.label),
  })
  const line = { text, section: 'companions', key: 'same-text', behind: together }
  return [...lines, { field: 'includes', ...line }]
}
