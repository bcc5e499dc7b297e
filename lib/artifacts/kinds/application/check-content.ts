import { isDeepStrictEqual } from 'node:util'
import type { ApplicationContent } from '@/lib/artifacts/kinds/application/content'
import { type RuleContent, ruleContentSchema } from '@/lib/artifacts/kinds/rule/content'
import { labelCountSchema } from '@/lib/corpora/model'
import { db, type Tx } from '@/lib/platform/db'
import { isInScope } from '@/lib/rules/model'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { TaskFormDefinition } from '@/lib/tasks/model'

export type ApplicationIssue = {
  path: string
  code: 'rule-unknown' | 'instance-unknown' | 'gold-unreadable' | 'gold-faulty' | 'out-of-scope'
  message?: string
}

/**
 * What is wrong with a written answer: it must be of a rule and an instance of this corpus, a gold of the rule's task form that
 * fits the text, and the same as the corpus's own gold wherever the rule does not reach.
 */
export async function checkContent(
  corpusId: string,
  content: ApplicationContent,
  within: Tx = db,
): Promise<ApplicationIssue[]> {
  const version = await within.version.findFirst({
    where: { id: content.ruleVersionId, artifact: { corpusId, kind: 'rule' } },
    select: { content: true, artifact: { select: { corpus: { select: { labels: true } } } } },
  })
  if (!version) return [{ path: 'ruleVersionId', code: 'rule-unknown' }]
  const instance = await within.instance.findFirst({ where: { corpusId, ordinal: content.ordinal } })
  if (!instance) return [{ path: 'ordinal', code: 'instance-unknown' }]
  const rule = ruleContentSchema.parse(version.content)
  const form = findTaskForm(rule.taskForm)
  const read = form.gold.safeParse(content.gold)
  if (!read.success)
    return read.error.issues.map(({ path, message }) => ({
      path: ['gold', ...path].join('.'),
      code: 'gold-unreadable' as const,
      message,
    }))
  const faults = form.faults(instance.text, read.data)
  if (faults.length > 0)
    return faults.map((message) => ({ path: 'gold', code: 'gold-faulty' as const, message }))
  const labels = labelCountSchema
    .array()
    .parse(version.artifact.corpus?.labels ?? [])
    .map(({ label }) => label)
  const stays = isSameOutside(form, {
    rule,
    labels,
    text: instance.text,
    before: form.gold.parse(instance.gold),
    after: read.data,
  })
  return stays ? [] : [{ path: 'gold', code: 'out-of-scope' }]
}

function isSameOutside(
  form: TaskFormDefinition,
  of: { rule: RuleContent; labels: string[]; text: string; before: unknown; after: unknown },
): boolean {
  const { rule, labels, text } = of
  if (rule.scope.labels.length === 0) return true
  const fields = form.fieldsIn(of.before)
  const outside = labels
    .filter((label) => !isInScope(rule.scope, label))
    .map((label) => ({ label, fields: [...(fields.get(label) ?? [])] }))
  const answer = (gold: unknown) => form.lower(text, gold, outside).answer
  return isDeepStrictEqual(answer(of.before), answer(of.after))
}
