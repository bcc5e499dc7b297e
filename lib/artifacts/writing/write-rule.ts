import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { RuleContent } from '@/lib/artifacts/kinds/rule/content'
import { findReadyCorpus } from '@/lib/artifacts/writing/find-ready-corpus'
import { checkWritten, proposeWritten } from '@/lib/artifacts/writing/propose-written'
import type { WrittenDraft } from '@/lib/artifacts/writing/schema'
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
): Promise<WrittenDraft> {
  requireRole(actor, 'lead')
  const { rule } = input
  const corpus = await findReadyCorpus(actor, input.corpus)
  const { faulty } = findKind('rule')
  if (rule.taskForm !== corpus.taskForm)
    throw new AppError('invalid', faulty.message, {
      reason: faulty.reason,
      params: { count: 1 },
      issues: [{ path: 'body.taskForm', message: `The corpus is of ${corpus.taskForm}.` }],
    })
  const key = `${rule.transform?.name ?? 'annotated'}-${contentHash(rule.statement).slice(0, 8)}`
  const { taskForm } = rule
  const written = { kind: 'rule' as const, corpusId: corpus.id, taskForm, key, content: rule }
  const evidence = await checkWritten(actor, written)
  return db.$transaction(async (tx) => {
    const version = await proposeWritten(tx, actor, { ...written, evidence })
    await audit(tx, actor, {
      action: 'rule.written',
      subjectKind: 'version',
      subjectId: version.id,
      projectId: actor.project.id,
      data: { key, number: version.number },
    })
    return { versionId: version.id, artifactId: version.artifactId }
  })
}
