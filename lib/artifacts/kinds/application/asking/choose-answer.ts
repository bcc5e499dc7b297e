import type { InstanceRow } from '@/lib/artifacts/drafting/read-rows'
import type { AnnotatedRule } from '@/lib/artifacts/kinds/application/asking/annotation-input'
import { describeChanges } from '@/lib/artifacts/kinds/application/asking/describe-changes'
import { checkContent } from '@/lib/artifacts/kinds/application/check-content'
import type { ApplicationContent } from '@/lib/artifacts/kinds/application/content'
import type { ApplicationEvidence } from '@/lib/artifacts/kinds/application/evidence'
import { contentHash } from '@/lib/platform/hash'
import { locateGold } from '@/lib/quotes/locate-gold'
import type { QuotedGold } from '@/lib/quotes/model'
import { findTaskForm } from '@/lib/tasks/find-task-form'

/** One answer of a model to one instance. */
export type AnnotatedAnswer = {
  applies: boolean
  answer: QuotedGold
  changed: ApplicationContent['changed']
}

type Candidate = ApplicationEvidence['candidates'][number]

/** The draft that several answers make: the most frequent of those that hold, with the others beside it. */
export type ChosenAnswer =
  | { chosen: 'draft'; content: ApplicationContent; evidence: ApplicationEvidence }
  | { chosen: 'does-not-apply' }
  | { chosen: 'faulty'; why: string }

/** Answers that say the same are one candidate. Where most say that the rule does not apply, there is nothing to draft. */
export async function chooseAnswer(
  answers: readonly AnnotatedAnswer[],
  of: { corpusId: string; rule: AnnotatedRule; row: InstanceRow },
): Promise<ChosenAnswer> {
  const { rule, row } = of
  const candidates = new Map<string, Candidate>()
  const faults: string[] = []
  let against = 0
  for (const answer of answers) {
    const read = answer.applies ? await readAnswer(answer, of) : 'against'
    if (read === 'against') against++
    else if ('fault' in read) faults.push(read.fault)
    else {
      const hash = contentHash(read.gold as object)
      const known = candidates.get(hash)
      candidates.set(hash, known ? { ...known, votes: known.votes + 1 } : { ...read, votes: 1 })
    }
  }
  const ranked = [...candidates.values()].sort((a, b) => b.votes - a.votes)
  const votes = ranked.reduce((sum, one) => sum + one.votes, 0)
  const [best] = ranked
  if (!best || against > votes)
    return against > 0 ? { chosen: 'does-not-apply' } : { chosen: 'faulty', why: faults[0] ?? '' }
  const { taskForm, scope, statement } = rule.content
  const { ordinal } = row
  return {
    chosen: 'draft',
    content: { ruleVersionId: rule.versionId, ordinal, gold: best.gold, changed: best.changed },
    evidence: { rule: { taskForm, scope, statement }, instance: row, candidates: ranked, against },
  }
}

/** What one answer makes of the gold; `against`: it changes nothing. */
async function readAnswer(
  { answer, changed }: AnnotatedAnswer,
  { corpusId, rule, row }: { corpusId: string; rule: AnnotatedRule; row: InstanceRow },
): Promise<Omit<Candidate, 'votes'> | { fault: string } | 'against'> {
  const form = findTaskForm(rule.content.taskForm)
  const located = locateGold(form.form, { text: row.text, gold: row.gold, quoted: answer })
  if ('faults' in located) return { fault: located.faults[0] ?? '' }
  const { gold } = located
  const described = describeChanges(form, { instance: row, gold })
  if (described.length === 0) return 'against'
  const content = { ruleVersionId: rule.versionId, ordinal: row.ordinal, gold, changed: [] }
  const [issue] = await checkContent(corpusId, content)
  if (issue) return { fault: issue.message ?? issue.code }
  return { gold, changed: described.map((one) => ({ ...one, reason: reasonFor(one, changed) })) }
}

/** The model's own reason for a change that code found. */
function reasonFor(change: { before: string; after: string }, given: ApplicationContent['changed']): string {
  const same = given.find(({ before, after }) => before === change.before && after === change.after)
  return (
    (same ?? given.find(({ before, after }) => before === change.before || after === change.after))?.reason ??
    ''
  )
}
