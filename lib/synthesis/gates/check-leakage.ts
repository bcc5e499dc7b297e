import { PAIR_ARROW } from '@/lib/artifacts/kinds/guideline/content'
import { fault } from '@/lib/synthesis/gates/fault'
import type { Gate } from '@/lib/synthesis/gates/model'
import type { Draft } from '@/lib/synthesis/record/model'

/** Does the instruction give away its own answer: the whole text in a guideline or a rule, or an answer among typical mentions? */
export const checkLeakage: Gate = (draft) => {
  const { text } = draft.task.instance
  const answers = draft.guidelines.length ? answersOf(draft) : new Set<string>()
  for (const { guideline, lines, typical } of draft.guidelines) {
    if (lines.some((line) => line.includes(text))) return fault('guideline-text', { label: guideline.label })
    const told = typical.find((one) => givesAway(one, answers))
    if (told !== undefined) return fault('guideline-answer', { words: told, label: guideline.label })
  }
  return draft.statements.some((statement) => statement.includes(text)) ? fault('rule-text') : null
}

/** Everything that the answer says, in lower case. */
export function answersOf({ obeyed }: Pick<Draft, 'obeyed'>): Set<string> {
  const answers = new Set<string>()
  for (const { answer } of [obeyed.lowered, obeyed.plain.lowered])
    for (const { items } of answer)
      for (const item of items)
        for (const value of typeof item === 'string' ? [item] : Object.values(item).flat())
          if (value !== null) answers.add(value.toLowerCase())
  return answers
}

/** Is it an answer, or a pair with one in it? Relations have pairs for typical values, and either end may be what is asked for. */
export function givesAway(typical: string, answers: ReadonlySet<string>): boolean {
  const said = typical.toLowerCase()
  if (answers.has(said)) return true
  return said.includes(PAIR_ARROW) && said.split(PAIR_ARROW).some((end) => answers.has(end))
}
