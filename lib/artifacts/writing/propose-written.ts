import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { ContentOf, EvidenceOf } from '@/lib/artifacts/model'
import { type ProposedVersion, proposeVersion } from '@/lib/artifacts/propose-version'
import { db, type Tx } from '@/lib/platform/db'
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

/** What a check measured of a content that is sound; a trial on a large corpus takes too long for a transaction. */
export async function checkWritten<Kind extends WrittenKind>(
  actor: ProjectActor,
  { kind: name, corpusId, content }: Pick<Written<Kind>, 'kind' | 'corpusId' | 'content'>,
): Promise<EvidenceOf<Kind> | undefined> {
  const kind = findKind<Kind>(name)
  const { issues, evidence } = await kind.check(content, {
    projectId: actor.project.id,
    corpusId,
    within: db,
  })
  if (issues.length === 0) return evidence
  throw new AppError('invalid', kind.faulty.message, {
    reason: kind.faulty.reason,
    params: { count: issues.length },
    issues: issues.map(({ path, code, message }) => ({ path: `body.${path}`, message: message ?? code })),
  })
}

/**
 * Puts what a person wrote, and a check found sound, in the queue. It follows what was there under the same key, unless that still
 * waits. The caller writes the audit row.
 */
export async function proposeWritten<Kind extends WrittenKind>(
  tx: Tx,
  actor: ProjectActor,
  {
    kind,
    corpusId,
    taskForm,
    key,
    content,
    evidence,
  }: Written<Kind> & { evidence: EvidenceOf<Kind> | undefined },
): Promise<ProposedVersion> {
  const identity = { projectId: actor.project.id, kind, corpusId, key }
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
