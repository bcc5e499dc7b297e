import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { RuleContent } from '@/lib/artifacts/kinds/rule/content'
import { proposeVersion } from '@/lib/artifacts/propose-version'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { contentHash } from '@/lib/platform/hash'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Puts a rule that a person wrote in the queue: with a transform, or without one, to be annotated instance by instance. */
export async function writeRule(
  actor: ProjectActor,
  input: { corpus: string; rule: RuleContent },
): Promise<{ versionId: string }> {
  requireRole(actor, 'lead')
  const { rule } = input
  const projectId = actor.project.id
  return db.$transaction(async (tx) => {
    const corpus = await tx.corpus.findFirst({ where: { id: input.corpus, projectId, state: 'ready' } })
    if (!corpus)
      throw new AppError('not_found', 'There is no such corpus here.', { reason: 'corpus-unknown' })
    const kind = findKind('rule')
    const { issues } = await kind.check(rule, { projectId, corpusId: corpus.id, within: tx })
    if (issues.length > 0 || rule.taskForm !== corpus.taskForm)
      throw new AppError('invalid', kind.faulty.message, {
        reason: kind.faulty.reason,
        params: { count: Math.max(1, issues.length) },
        issues: issues.map(({ path, code, message }) => ({ path: `body.${path}`, message: message ?? code })),
      })
    const name = rule.transform?.name ?? 'annotated'
    const key = `${name}-${contentHash(rule.statement).slice(0, 8)}`
    const identity = { projectId, kind: 'rule', corpusId: corpus.id, key }
    await tx.artifact.createMany({ data: { ...identity, taskForm: rule.taskForm }, skipDuplicates: true })
    const artifact = await tx.artifact.findFirstOrThrow({ where: identity })
    const version = await proposeVersion(tx, { kind: 'person', id: actor.id }, { artifact, content: rule })
    await audit(tx, actor, {
      action: 'rule.written',
      subjectKind: 'version',
      subjectId: version.id,
      projectId,
      data: { key, number: version.number },
    })
    return { versionId: version.id }
  })
}
