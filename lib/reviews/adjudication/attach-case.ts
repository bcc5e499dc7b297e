import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import { type SomeContent, titleOf } from '@/lib/artifacts/model'
import { proposeVersion } from '@/lib/artifacts/propose-version'
import { audit } from '@/lib/platform/audit'
import type { Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { contentHash } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'
import { findGuidelines } from '@/lib/reviews/adjudication/find-guidelines'
import { questionOf, withQuestion } from '@/lib/reviews/adjudication/model'
import type { Standing } from '@/lib/reviews/read-standing'

type Case = {
  standing: Standing
  guideline: { artifact: string; content?: Record<string, unknown> | undefined }
  note: string
}

/**
 * Opens the next version of a guideline that a dispute showed a gap in, with the case among what it has to settle. Where a version
 * waits already, the case goes with that one. Inside the transaction that settles the dispute.
 */
export async function attachCase(
  tx: Tx,
  actor: ProjectActor,
  { standing, guideline, note }: Case,
): Promise<{ versionId: string; opened: boolean }> {
  const { artifact } = standing
  const { kind, corpusId } = artifact
  const disputed = { id: standing.versionId, kind, corpusId, content: standing.content }
  const concerned = await findGuidelines(actor, disputed, tx)
  const found = concerned.find(({ artifactId }) => artifactId === guideline.artifact)
  if (found?.version.kind !== 'guideline')
    throw new AppError('invalid', 'This guideline is not of a label that the draft is about.', {
      reason: 'guideline-unconcerned',
    })
  if (found.waits) return { versionId: found.version.id, opened: false }
  const { version, key } = found
  const about = { kind: artifact.kind, content: findKind(artifact.kind).content.parse(standing.content) }
  const question = questionOf(version.content, {
    title: titleOf(about as SomeContent).title,
    number: standing.number,
    note,
  })
  const written = guideline.content && readGuideline(guideline.content, key)
  const isSame = !written || contentHash(written) === contentHash(version.content)
  const content = isSame ? withQuestion(version.content, question) : written
  const next = await proposeVersion(
    tx,
    { kind: 'person', id: actor.id },
    {
      artifact: { id: found.artifactId, projectId: actor.project.id, kind: 'guideline', key },
      content,
      evidence: await checkGuideline(tx, actor, { content, corpusId: found.corpusId }),
      parentId: version.id,
    },
  )
  await audit(tx, actor, {
    action: 'guideline.written',
    subjectKind: 'version',
    subjectId: next.id,
    projectId: actor.project.id,
    data: { label: key, number: next.number, caseOf: standing.versionId },
  })
  return { versionId: next.id, opened: true }
}

function readGuideline(given: Record<string, unknown>, key: string): GuidelineContent {
  const read = findKind('guideline').content.safeParse({ ...given, label: key })
  if (read.success) return read.data
  const issues = read.error.issues.map(({ path, message }) => ({
    path: ['body', 'guideline', 'content', ...path].join('.'),
    message,
  }))
  throw new AppError('invalid', issues.map(({ path, message }) => `${path}: ${message}`).join('; '), {
    reason: 'invalid-input',
    issues,
  })
}

async function checkGuideline(
  tx: Tx,
  actor: ProjectActor,
  { content, corpusId }: { content: GuidelineContent; corpusId: string },
) {
  const kind = findKind('guideline')
  const at = { projectId: actor.project.id, corpusId, within: tx }
  const { issues, evidence } = await kind.check(content, at)
  if (issues.length === 0) return evidence
  throw new AppError('invalid', kind.faulty.message, {
    reason: kind.faulty.reason,
    params: { count: issues.length },
  })
}
