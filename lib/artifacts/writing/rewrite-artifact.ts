import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { ContentOf } from '@/lib/artifacts/model'
import {
  checkWritten,
  proposeWritten,
  type WrittenKind,
  writtenKinds,
} from '@/lib/artifacts/writing/propose-written'
import type { WrittenDraft } from '@/lib/artifacts/writing/schema'
import { audit } from '@/lib/platform/audit'
import { db, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { contentHash } from '@/lib/platform/hash'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { taskFormSchema } from '@/lib/tasks/model'

/** Puts the next version of an artifact in the queue. What it is about stays: the label of a guideline, the task form of a rule. */
export async function rewriteArtifact(
  actor: ProjectActor,
  input: { artifact: string; content: Record<string, unknown> },
): Promise<WrittenDraft> {
  requireRole(actor, 'lead')
  return db.$transaction(async (tx) => {
    const { kind, corpusId, key, ...artifact } = await findWritable(actor, input.artifact, tx)
    const content = readContent(kind, input.content)
    const isAboutElse =
      ('label' in content && content.label !== key) ||
      (kind === 'rule' && 'taskForm' in content && content.taskForm !== artifact.taskForm)
    if (isAboutElse)
      throw new AppError('invalid', `“${key}” is about something else: write it as one of its own.`, {
        reason: 'rewritten-otherwise',
        params: { label: key },
      })
    if (contentHash(content) === artifact.versions[0]?.contentHash)
      throw new AppError('conflict', `This is what “${key}” says already.`, {
        reason: 'rewritten-same',
        params: { label: key },
      })
    const taskForm = taskFormSchema.parse(artifact.taskForm)
    const written = { kind, corpusId, taskForm, key, content }
    const evidence = await checkWritten(actor, written)
    const version = await proposeWritten(tx, actor, { ...written, evidence })
    await audit(tx, actor, {
      action: `${kind}.written`,
      subjectKind: 'version',
      subjectId: version.id,
      projectId: actor.project.id,
      data: { ...(kind === 'rule' ? { key } : { label: key }), number: version.number },
    })
    return { versionId: version.id, artifactId: version.artifactId }
  })
}

async function findWritable(actor: ProjectActor, id: string, tx: Tx) {
  const artifact = await tx.artifact.findFirst({
    where: { id, projectId: actor.project.id },
    include: { versions: { orderBy: { number: 'desc' }, take: 1, select: { contentHash: true } } },
  })
  const kind = writtenKinds.find((one) => one === artifact?.kind)
  if (!artifact || !kind)
    throw new AppError('not_found', 'There is no such thing in the library of this project.', {
      reason: 'artifact-unknown',
    })
  if (artifact.retiredAt)
    throw new AppError('conflict', `“${artifact.key}” is retired. Restore it before it is changed.`, {
      reason: 'artifact-retired',
      params: { label: artifact.key },
    })
  return { ...artifact, kind }
}

function readContent<Kind extends WrittenKind>(kind: Kind, given: Record<string, unknown>): ContentOf<Kind> {
  const parsed = findKind<Kind>(kind).content.safeParse(given)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(({ path, message }) => ({
    path: ['body', 'content', ...path].join('.'),
    message,
  }))
  throw new AppError('invalid', `${issues[0]!.path}: ${issues[0]!.message}`, {
    reason: 'invalid-input',
    issues,
  })
}
