import { describeChanges } from '@/lib/artifacts/kinds/application/asking/describe-changes'
import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { proposeVersion } from '@/lib/artifacts/propose-version'
import { readAnnotated } from '@/lib/artifacts/read-annotated'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'

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
    changed: read.success ? describeChanges(form, { instance, gold }) : [],
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
      {
        artifact,
        content,
        evidence: { rule: { taskForm, scope, statement }, instance, candidates: [], against: 0 },
      },
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
