import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import { COUNT_REFS, type GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import { claimOf, type DraftLine } from '@/lib/artifacts/kinds/guideline/mining/draft-line'
import { findMiner } from '@/lib/artifacts/kinds/guideline/mining/find-miner'
import { phraseLanguageOf } from '@/lib/tasks/model'

const MOST_LINES = 20

/**
 * The corpus miner's draft of a guideline: what the evidence shows, in sentences, each linked to what stands behind it.
 * It says how mentions look, and asks where the gold is of two minds; what the label means it cannot know. A figure stands
 * in a question at most: an instruction has no use for counts.
 */
export function draftContent(evidence: GuidelineEvidence): {
  content: GuidelineContent
  evidence: GuidelineEvidence
} {
  const language = phraseLanguageOf(evidence.language)
  const drafted = findMiner(evidence.form)!.draft(evidence, language)
  const definition = withRoom(drafted.definition, 2000)
  const lines = drafted.lines.map((line) => withRoom(line, 600))
  const inField = (field: DraftLine['field']) =>
    lines.filter((line) => line.field === field).slice(0, MOST_LINES)
  const [includes, excludes, questions] = [inField('includes'), inField('excludes'), inField('questions')]
  const content: GuidelineContent = {
    label: evidence.label,
    language,
    definition: definition.text,
    includes: includes.map(({ text }) => text),
    excludes: excludes.map(({ text }) => text),
    questions: questions.map(({ text }) => text),
    typical: drafted.typical,
    positives: drafted.positives,
    negatives: drafted.negatives,
    paraphrases: { en: [], zh: [] },
  }
  const claims = [[definition], includes, excludes, questions].flatMap((some) => some.map(claimOf))
  return { content, evidence: { ...withFewerRefs(evidence), claims } }
}

/** Labels and mentions may be very long; a line may not. */
function withRoom(line: DraftLine, most: number): DraftLine {
  return line.text.length > most ? { ...line, text: `${line.text.slice(0, most - 1)}…` } : line
}

/** Claims keep all their mentions; the tables beside them need fewer. */
function withFewerRefs<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withFewerRefs) as Value
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, inner]) =>
    key === 'refs' ? [key, (inner as unknown[]).slice(0, COUNT_REFS)] : [key, withFewerRefs(inner)],
  )
  return Object.fromEntries(entries) as Value
}
