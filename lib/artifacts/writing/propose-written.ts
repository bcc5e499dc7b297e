import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { ContentOf } from '@/lib/artifacts/model'
import { type ProposedVersion, proposeVersion } from '@/lib/artifacts/propose-version'
import type { Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import type { TaskForm } from '@/lib/tasks/model'

/** The kinds that a person can write from nothing. Answers under a rule begin with an instance, records with a run. */
export const writtenKinds = ['guideline', 'rule', 'format'] as const
export type WrittenKind = (typeof writtenKinds)[number]

type Written<Kind extends WrittenKind> = {
  kind: Kind
  corpusId: string | null
  taskForm: TaskForm
  key: string
  content: ContentOf<Kind>
}

/**
 * Checks what a person wrote and puts it in the queue, with what the check measured. It follows what was there under the same key,
 * unless that still waits. The caller writes the audit row.
 */
export async function proposeWritten<Kind extends WrittenKind>(
  tx: Tx,
  actor: ProjectActor,
  { kind: name, corpusId, taskForm, key, content }: Written<Kind>,
): Promise<ProposedVersion> {
  const projectId = actor.project.id
  const kind = findKind<Kind>(name)
  const { issues, evidence } = await kind.check(content, { projectId, corpusId, within: tx })
  if (issues.length > 0)
    throw new AppError('invalid', kind.faulty.message, {
      reason: kind.faulty.reason,
      params: { count: issues.length },
      issues: issues.map(({ path, code, message }) => ({ path: `body.${path}`, message: message ?? code })),
    })
  const identity = { projectId, kind: name, corpusId, key }
  await tx.artifact.createMany({ data: { ...identity, taskForm }, skipDuplicates: true })
  const artifact = await tx.artifact.findFirstOrThrow({ where: identity })
  await tx.$queryRaw`SELECT 1 FROM artifact WHERE id = ${artifact.id}::uuid FOR UPDATE`
  const [newest] = await tx.version.findMany({
    where: { artifactId: artifact.id },
    orderBy: { number: 'desc' },
    take: 1,
    select: { id: true, draft: { select: { state: true } } },
  })
  if (newest?.draft?.state === 'waiting')
    throw new AppError('conflict', `A draft of “${key}” waits already. Edit it at the desk.`, {
      reason: 'draft-waits',
      params: { label: key },
    })
  return proposeVersion(
    tx,
    { kind: 'person', id: actor.id },
    { artifact, content, evidence, parentId: newest?.id ?? null },
  )
}
