import { applicationContentSchema } from '@/lib/artifacts/kinds/application/content'
import type { ApplicationEvidence } from '@/lib/artifacts/kinds/application/evidence'
import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { ContentIssue } from '@/lib/artifacts/kinds/kind-definition'
import { ruleContentSchema } from '@/lib/artifacts/kinds/rule/content'
import type { ArtifactKind, Author, Content, EvidenceOf, LibraryKind } from '@/lib/artifacts/model'
import { type ProposedVersion, proposeVersion } from '@/lib/artifacts/propose-version'
import type { SourceHow, SourceNote } from '@/lib/library/folder/model'
import { db, type Json, type Tx } from '@/lib/platform/db'
import type { TaskForm } from '@/lib/tasks/model'

/** Where what is brought comes from. */
export type Source = { how: SourceHow; versionId: string | null; hash: string; named: SourceNote }

export type Brought = {
  projectId: string
  kind: LibraryKind
  corpusId: string | null
  taskForm: TaskForm
  key: string
  content: Content
}

/** What is wrong with a content here, and what its check measured. A trial takes too long for a transaction. */
export async function checkBrought({
  kind,
  projectId,
  corpusId,
  content,
}: Brought): Promise<{ issues: ContentIssue[]; evidence?: EvidenceOf<ArtifactKind> | undefined }> {
  const { issues, evidence } = await findKind(kind).check(content as never, {
    projectId,
    corpusId,
    within: db,
  })
  if (kind !== 'application' || issues.length > 0 || !corpusId) return { issues, evidence }
  return { issues, evidence: await underItsRule(corpusId, content) }
}

/** What lies before a person who decides about an answer: its rule and the instance. */
async function underItsRule(corpusId: string, content: Content): Promise<ApplicationEvidence> {
  const { ruleVersionId, ordinal } = applicationContentSchema.parse(content)
  const [rule, instance] = await Promise.all([
    db.version.findUniqueOrThrow({ where: { id: ruleVersionId }, select: { content: true } }),
    db.instance.findUniqueOrThrow({ where: { corpusId_ordinal: { corpusId, ordinal } } }),
  ])
  const { taskForm, scope, statement } = ruleContentSchema.parse(rule.content)
  const { text, gold } = instance
  return {
    rule: { taskForm, scope, statement },
    instance: { ordinal, text, gold },
    candidates: [],
    against: 0,
  }
}

/**
 * Puts what was brought from elsewhere in the queue, and keeps where it came from. It follows what was there under its key. The
 * caller writes the audit row.
 */
export async function proposeBrought(
  tx: Tx,
  author: Author,
  {
    brought,
    evidence,
    sources,
  }: { brought: Brought; evidence?: EvidenceOf<ArtifactKind> | undefined; sources: readonly Source[] },
): Promise<ProposedVersion> {
  const { projectId, kind, corpusId, taskForm, key, content } = brought
  const identity = { projectId, kind, corpusId, key }
  await tx.artifact.createMany({ data: { ...identity, taskForm }, skipDuplicates: true })
  const artifact = await tx.artifact.findFirstOrThrow({ where: identity })
  const newest = await tx.version.findFirst({
    where: { artifactId: artifact.id, draft: { state: { notIn: ['superseded', 'proposed'] } } },
    orderBy: { number: 'desc' },
    select: { id: true },
  })
  const version = await proposeVersion(tx, author, {
    artifact,
    content,
    evidence,
    parentId: newest?.id ?? null,
  })
  await tx.versionSource.createMany({
    data: sources.map(({ how, versionId, hash, named }, place) => ({
      ...{ versionId: version.id, place, how, sourceVersionId: versionId, sourceHash: hash },
      named: named as Json,
    })),
  })
  return version
}
