import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import { chooseWords } from '@/lib/artifacts/kinds/guideline/mining/choose-words'
import { draftRivalClasses } from '@/lib/artifacts/kinds/guideline/mining/classes/draft-rival-classes'
import { type ClassPhrases, classPhrases } from '@/lib/artifacts/kinds/guideline/mining/classes/phrases'
import { isWholeText } from '@/lib/artifacts/kinds/guideline/mining/classes/read-classes'
import { shortest } from '@/lib/artifacts/kinds/guideline/mining/classes/shortest'
import { readableLabel } from '@/lib/artifacts/kinds/guideline/mining/draft-definition'
import { candidates, distinct } from '@/lib/artifacts/kinds/guideline/mining/draft-examples'
import { type DraftLine, isClear, isTelling } from '@/lib/artifacts/kinds/guideline/mining/draft-line'
import type { FormMiner } from '@/lib/artifacts/kinds/guideline/mining/form-miner'
import { phrasesFor } from '@/lib/artifacts/kinds/guideline/mining/phrases-for'

const MOST_EXAMPLES = 8
const MOST_TYPICAL = 6
const MOST_WORDS = 6
const MOST_RIVALS = 5
const MOST_COMPANIONS = 4

/** A class by the words that stand out in its texts, by texts that show them, and by the classes that lie close. */
export const draftClasses: FormMiner['draft'] = (evidence, language) => {
  const phrases = classPhrases[language]
  const general = phrasesFor(language)
  const words = chooseWords(evidence, 2 * MOST_EXAMPLES)
  const typical = typicalTexts(evidence)
  return {
    definition: definitionLine(evidence, { phrases, typical }),
    lines: [
      ...wordLines(evidence, phrases),
      ...companionLines(evidence, phrases),
      ...draftRivalClasses(evidence, { phrases, general }),
    ],
    typical: typical.slice(0, MOST_TYPICAL),
    positives: distinct(
      [
        ...candidates(words, (_, i) => phrases.note.words(words[i]!.word)),
        ...candidates(evidence.frequent, general.note.typical),
      ],
      MOST_EXAMPLES,
    ),
    negatives: distinct(
      rivalsOf(evidence).flatMap((one) => candidates([one], general.note.otherLabel(one.label))),
      MOST_RIVALS,
    ),
  }
}

/** Classes whose texts are taken for this one; those that this one is taken for as well come first. */
function rivalsOf({ takes, taken }: GuidelineEvidence): GuidelineEvidence['takes'] {
  const isMutual = ({ label }: { label: string }) => taken.some((one) => one.label === label)
  return [...takes.filter(isMutual), ...takes.filter((one) => !isMutual(one))]
}

/** Short whole texts that show the words standing out; of a class without such words the most frequent texts. */
function typicalTexts(evidence: GuidelineEvidence): string[] {
  const showing = chooseWords(evidence, 2 * MOST_TYPICAL).flatMap(({ clearest }) => clearest?.mention ?? [])
  const frequent = evidence.frequent.map(({ mention }) => mention)
  return [...new Set([...showing, ...frequent])].filter(isWholeText)
}

const isShort = (text: string) => text.length <= 80

function definitionLine(
  evidence: GuidelineEvidence,
  { phrases, typical }: { phrases: ClassPhrases; typical: string[] },
): DraftLine {
  const { mentions, shapes, introducing } = evidence
  const asking = shapes.find(({ shape }) => shape === 'question')?.count ?? 0
  const text = phrases.definition({
    label: evidence.label,
    readable: readableLabel(evidence),
    texts: [...new Set([...typical.filter(isShort), ...typical])].slice(0, 3),
    words: chooseWords(evidence, MOST_WORDS).map(({ word }) => word),
    asks: isClear(asking, mentions - asking) ? 'nearly-all' : asking >= mentions * 0.6 ? 'most' : null,
    openings: introducing
      .filter(({ count }) => count >= mentions / 6)
      .slice(0, 2)
      .map(({ words }) => words),
  })
  const sample = { count: mentions, refs: evidence.sample }
  return { field: 'definition', text, section: 'sample', key: evidence.label, behind: [sample] }
}

/** A line for each word that nine of ten times speaks for the class, and one for those that do so more often than not. */
function wordLines(evidence: GuidelineEvidence, phrases: ClassPhrases): DraftLine[] {
  const words = chooseWords(evidence, 2 * MOST_WORDS).filter(({ count }) => isTelling(evidence, count))
  const clear = words.filter(({ count, elsewhere }) => count > 2 && isClear(count, elsewhere))
  const often = words.filter((one) => !clear.includes(one) && one.count > one.elsewhere)
  const lines = clear.slice(0, MOST_WORDS).flatMap((one): DraftLine[] => {
    const texts = shortest(one)
    if (!texts.length) return []
    const text = phrases.word({ word: one.word, texts })
    return [{ field: 'includes', text, section: 'words', key: one.word, behind: [one] }]
  })
  if (!often.length) return lines
  const shown = often.slice(0, 4)
  const text = phrases.oftenWords(shown.map(({ word }) => word))
  return [...lines, { field: 'includes', text, section: 'words', key: 'often', behind: shown }]
}

function companionLines(evidence: GuidelineEvidence, phrases: ClassPhrases): DraftLine[] {
  return evidence.companions
    .filter(({ kind, count }) => kind === 'same-text' && isTelling(evidence, count))
    .slice(0, MOST_COMPANIONS)
    .map((one) => ({
      field: 'includes',
      text: phrases.companion({ other: one.label, texts: shortest(one) }),
      section: 'companions',
      key: `same-text ${one.label}`,
      behind: [one],
    }))
}
