import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { ContentOf, EvidenceOf, LibraryKind } from '@/lib/artifacts/model'
import { type ProposedVersion, proposeVersion } from '@/lib/artifacts/propose-version'
import { db, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import type { TaskForm } from '@/lib/tasks/model'

/** The kinds that a person can write from nothing. Answers under a rule begin with an instance, records with a run. */
export const writtenKinds = ['guideline', 'rule', 'format'] as const

type Written<Kind extends LibraryKind> = {
  kind: Kind
  corpusId: string | null
  taskForm: TaskForm
  key: string
  content: ContentOf<Kind>
}

/** What a check measured of a content that is sound; a trial on a large corpus takes too long for a transaction. */
export async function checkWritten<Kind extends LibraryKind>(
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
 * waits, or came after the version that the person had before them. The caller writes the audit row.
 */
export async function proposeWritten<Kind extends LibraryKind>(
  tx: Tx,
  actor: ProjectActor,
  written: Written<Kind> & { evidence: EvidenceOf<Kind> | undefined; base?: string | undefined },
): Promise<ProposedVersion> {
  const { kind, corpusId, taskForm, key, content, evidence } = written
  const identity = { projectId: actor.project.id, kind, corpusId, key }
  await tx.artifact.createMany({ data: { ...identity, taskForm }, skipDuplicates: true })
  const artifact = await tx.artifact.findFirstOrThrow({ where: identity })
  await tx.$queryRaw`SELECT 1 FROM artifact WHERE id = ${artifact.id}::uuid FOR UPDATE`
  const [newest] = await tx.version.findMany({
    where: {
      artifactId: artifact.id,
      NOT: { madeBy: { some: {} }, draft: { state: { in: ['proposed', 'superseded'] } } },
    },
    orderBy: { number: 'desc' },
    take: 1,
    select: { id: true },
  })
  const open = { artifactId: artifact.id, draft: { state: { in: ['waiting', 'disputed'] } } }
  if (await tx.version.findFirst({ where: open, select: { id: true } }))
    throw new AppError('conflict', `A draft of “${key}” waits already. Edit it at the desk.`, {
      reason: 'draft-waits',
      params: { label: key },
    })
  const base = written.base && (await refuseOlder(tx, { artifactId: artifact.id, key, base: written.base }))
  return proposeVersion(
    tx,
    { kind: 'person', id: actor.id },
    { artifact, content, evidence, parentId: base || (newest?.id ?? null) },
  )
}

/** Was the artifact changed after the version that this text grew from? Written over it, the other text would be gone unseen. */
async function refuseOlder(
  tx: Tx,
  of: { artifactId: string; key: string; base: string },
): Promise<string | null> {
  const { artifactId, key, base } = of
  const known = await tx.version.findFirst({
    where: { id: base, artifactId },
    select: { id: true, number: true },
  })
  const [newer] = await tx.version.findMany({
    where: { artifactId, number: { gt: known?.number ?? 0 }, draft: { state: 'approved' } },
    orderBy: { number: 'desc' },
    take: 1,
    select: { number: true },
  })
  if (newer)
    throw new AppError('conflict', `“${key}” was changed meanwhile: version ${newer.number} is approved.`, {
      reason: 'changed-meanwhile',
      params: { label: key, number: newer.number },
    })
  return known?.id ?? null
}
