import { type RuleContent, ruleContentSchema } from '@/lib/artifacts/kinds/rule/content'
import type { Mark } from '@/lib/corpora/instances/schema'
import { showInstance } from '@/lib/corpora/show-instance'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { TaskFormDefinition } from '@/lib/tasks/model'

export type Annotated = {
  rule: RuleContent
  key: string
  corpusId: string
  form: TaskFormDefinition
  instance: { ordinal: number; text: string; gold: unknown }
}

/** A rule and one instance of its corpus: what lies before a person who writes an answer. */
export async function readAnnotated(
  actor: ProjectActor,
  of: { version: string; ordinal: number },
): Promise<Annotated> {
  const version = await db.version.findFirst({
    where: { id: of.version, artifact: { projectId: actor.project.id, kind: 'rule' } },
    select: { content: true, artifact: { select: { corpusId: true, key: true } } },
  })
  if (!version?.artifact.corpusId)
    throw new AppError('not_found', 'There is no such rule in this project.', { reason: 'version-unknown' })
  const { corpusId, key } = version.artifact
  const row = await db.instance.findFirst({ where: { corpusId, ordinal: of.ordinal } })
  if (!row)
    throw new AppError('not_found', `The corpus has no instance ${of.ordinal}.`, {
      reason: 'instance-unknown',
      params: { ordinal: of.ordinal },
    })
  const rule = ruleContentSchema.parse(version.content)
  const form = findTaskForm(rule.taskForm)
  const instance = { ordinal: row.ordinal, text: row.text, gold: form.gold.parse(row.gold) }
  return { rule, key, corpusId, form, instance }
}

/** The same as people see it: with its marks, and the gold as JSON. */
export async function showAnnotated(
  actor: ProjectActor,
  of: { version: string; ordinal: number },
): Promise<{ ordinal: number; text: string; spans: Mark[]; gold: unknown }> {
  const { rule, instance } = await readAnnotated(actor, of)
  const { spans } = showInstance(rule.taskForm, { ...instance, line: 0 })
  return { ...instance, spans }
}
