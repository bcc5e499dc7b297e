import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { proposeVersion } from '@/lib/artifacts/propose-version'
import { readAnnotated } from '@/lib/artifacts/read-annotated'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import { diffAnswers } from '@/lib/rules/diff-answers'
import { type AnswerItem, sliceCodePoints } from '@/lib/tasks/model'

const MOST_CHANGES = 100

/** Puts the answer that a person wrote for one instance, under a rule that no transform can say, in the queue. */
export async function writeApplication(
  actor: ProjectActor,
  input: { version: string; ordinal: number; gold: unknown },
): Promise<{ versionId: string }> {
  if (actor.kind !== 'person')
    throw new AppError('forbidden', 'Only a person writes the answers of such a rule.', {
      reason: 'not-a-person',
    })
  const { rule, form, instance, corpusId, key } = await readAnnotated(actor, input)
  if (rule.transform)
    throw new AppError('conflict', 'This rule has a transform: it writes its answers itself.', {
      reason: 'rule-has-transform',
    })
  const read = form.gold.safeParse(input.gold)
  const gold = read.success ? form.canonical(read.data) : input.gold
  const content = {
    ruleVersionId: input.version,
    ordinal: input.ordinal,
    gold,
    changed: read.success ? changesOf(form, { instance, gold }) : [],
  }
  return db.$transaction(async (tx) => {
    const kind = findKind('application')
    const at = { projectId: actor.project.id, corpusId, within: tx }
    const { issues } = await kind.check(content, at)
    if (issues.length > 0)
      throw new AppError('invalid', kind.faulty.message, {
        reason: kind.faulty.reason,
        issues: issues.map(({ path, code, message }) => ({ path: `body.${path}`, message: message ?? code })),
      })
    const identity = {
      projectId: actor.project.id,
      kind: 'application',
      corpusId,
      key: `${key} #${input.ordinal}`,
    }
    await tx.artifact.createMany({ data: { ...identity, taskForm: rule.taskForm }, skipDuplicates: true })
    const artifact = await tx.artifact.findFirstOrThrow({ where: identity })
    const { taskForm, scope, statement } = rule
    const version = await proposeVersion(
      tx,
      { kind: 'person', id: actor.id },
      { artifact, content, evidence: { rule: { taskForm, scope, statement }, instance } },
    )
    await audit(tx, actor, {
      action: 'application.written',
      subjectKind: 'version',
      subjectId: version.id,
      projectId: actor.project.id,
      data: { key: identity.key, number: version.number },
    })
    return { versionId: version.id }
  })
}

type Annotated = Awaited<ReturnType<typeof readAnnotated>>

/** What the written answer has instead of what, in words. */
function changesOf(
  form: Annotated['form'],
  { instance, gold }: { instance: Annotated['instance']; gold: unknown },
) {
  const labels = [...new Set([...form.labelsIn(instance.gold), ...form.labelsIn(gold)])]
  const fields = [form.fieldsIn(instance.gold), form.fieldsIn(gold)]
  const schema = labels.map((label) => ({
    label,
    fields: [...new Set(fields.flatMap((one) => one.get(label) ?? []))],
  }))
  const lower = (one: unknown) => form.lower(instance.text, one, schema)
  return diffAnswers(lower(instance.gold), lower(gold))
    .flatMap(({ before, after }) =>
      Array.from({ length: Math.max(before.length, after.length) }, (_, at) => ({
        before: said(before[at]?.item),
        after: said(after[at]?.item),
        reason: '',
      })),
    )
    .slice(0, MOST_CHANGES)
}

function said(item: AnswerItem | undefined): string {
  const text = item === undefined ? '' : typeof item === 'string' ? item : JSON.stringify(item)
  return sliceCodePoints(text, 0, 1000)
}
