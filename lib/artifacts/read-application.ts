import { applicationContentSchema } from '@/lib/artifacts/kinds/application/content'
import { readAnnotated } from '@/lib/artifacts/read-annotated'
import type { ApplicationView } from '@/lib/artifacts/schema'
import { showInstance } from '@/lib/corpora/show-instance'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import { diffAnswers } from '@/lib/rules/diff-answers'

/** A written answer beside the gold that it takes the place of. */
export async function readApplication(
  actor: ProjectActor,
  input: { version: string },
): Promise<ApplicationView> {
  const version = await db.version.findFirst({
    where: { id: input.version, artifact: { projectId: actor.project.id, kind: 'application' } },
    select: { content: true },
  })
  if (!version)
    throw new AppError('not_found', 'There is no such answer in this project.', { reason: 'version-unknown' })
  const { ruleVersionId, ordinal, gold: written } = applicationContentSchema.parse(version.content)
  const { rule, form, instance } = await readAnnotated(actor, { version: ruleVersionId, ordinal })
  const gold = form.gold.parse(written)
  const labels = [...new Set([...form.labelsIn(instance.gold), ...form.labelsIn(gold)])]
  const fields = [form.fieldsIn(instance.gold), form.fieldsIn(gold)]
  const schema = labels.map((label) => ({
    label,
    fields: [...new Set(fields.flatMap((one) => one.get(label) ?? []))],
  }))
  const lower = (one: unknown) => form.lower(instance.text, one, schema)
  const { spans, question } = showInstance(rule.taskForm, { ...instance, line: 0 })
  const changes = diffAnswers(lower(instance.gold), lower(gold)) as ApplicationView['changes']
  return { ordinal, text: instance.text, question, spans, changes, why: [] }
}
