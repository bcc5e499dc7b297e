import type { RuleApplication } from '@/lib/artifacts/kinds/rule/evidence'
import type { ApplicationView } from '@/lib/artifacts/schema'
import { showInstance } from '@/lib/corpora/show-instance'
import { db } from '@/lib/platform/db'
import { type AppliedRule, applyRule } from '@/lib/rules/apply-rule'
import { diffAnswers } from '@/lib/rules/diff-answers'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { AskedSchema, TaskForm } from '@/lib/tasks/model'

/** A schema of more labels is asked for in part: what the gold, the scope and the parameters name. */
const MOST_ASKED = 60

export type AppliedCorpus = {
  id: string
  language: string
  taskForm: TaskForm
  instanceCount: number
  labels: string[]
}
type Row = { ordinal: number; text: string; gold: unknown }

/** What a rule makes of instances that were found before, as people see it. */
export async function applyToInstances(
  rule: AppliedRule,
  { corpus, kept }: { corpus: AppliedCorpus; kept: readonly RuleApplication[] },
): Promise<{ items: ApplicationView[]; looked: number }> {
  const rows = await readRows(
    corpus.id,
    kept.map(({ ordinal }) => ordinal),
  )
  const byOrdinal = new Map(rows.map((row) => [row.ordinal, row]))
  const items = kept.flatMap(({ ordinal, why }) => {
    const row = byOrdinal.get(ordinal)
    const item = row && applicationView(rule, { corpus, row })
    return item ? [{ ...item, why }] : []
  })
  return { items, looked: rows.length }
}

export function readRows(corpusId: string, ordinals: number[]): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT ordinal, text, gold FROM instance WHERE corpus_id = ${corpusId}::uuid AND ordinal = ANY(${ordinals}::int[])`
}

/** What the rule makes of one instance; nothing where it changes nothing. */
export function applicationView(
  rule: AppliedRule,
  { corpus, row }: { corpus: AppliedCorpus; row: Row },
): ApplicationView | null {
  const { language, taskForm } = corpus
  const form = findTaskForm(taskForm)
  const gold = form.gold.parse(row.gold)
  const asked = askedOf(rule, { corpus, gold })
  const ruled = applyRule(rule, { text: row.text, gold, form: taskForm, language, asked })
  if (!ruled.changed) return null
  const changes = diffAnswers(form.lower(row.text, gold, asked), ruled.lowered)
  if (changes.length === 0) return null
  const { spans, question } = showInstance(taskForm, { ...row, line: 0 })
  return {
    ordinal: row.ordinal,
    text: row.text,
    question,
    spans,
    changes: changes as ApplicationView['changes'],
    why: [],
  }
}

function askedOf(rule: AppliedRule, { corpus, gold }: { corpus: AppliedCorpus; gold: unknown }): AskedSchema {
  const form = findTaskForm(corpus.taskForm)
  const fields = form.fieldsIn(gold)
  const named = new Set([...form.labelsIn(gold), ...rule.scope.labels, ...wordsIn(rule.transform.parameters)])
  const labels =
    corpus.labels.length <= MOST_ASKED ? corpus.labels : corpus.labels.filter((label) => named.has(label))
  return labels.map((label) => ({ label, fields: [...(fields.get(label) ?? [])] }))
}

/** Every string in the parameters: the labels among them are asked for. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(wordsIn) : []
}
