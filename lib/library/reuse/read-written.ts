import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { ArtifactKind, Content, EvidenceOf } from '@/lib/artifacts/model'
import { readContent } from '@/lib/library/folder/read-file'
import { type Brought, checkBrought } from '@/lib/library/propose-brought'
import type { StandingArtifact } from '@/lib/library/reuse/find-standing'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'

export type WrittenText = { brought: Brought; evidence: EvidenceOf<ArtifactKind> | undefined }

/** What a person wrote as text, for an artifact like this one, when nothing is wrong with it. `field` names the text in faults. */
export async function readWritten(
  actor: ProjectActor,
  of: StandingArtifact,
  { text, field, keyOf }: { text: string; field: string; keyOf(content: Content): string },
): Promise<WrittenText> {
  const read = readContent(of.kind, text)
  if ('faults' in read) {
    const issues = read.faults.map(({ line, message }) => ({ path: `${field}, line ${line}`, message }))
    throw new AppError('invalid', `${issues[0]!.path}: ${issues[0]!.message}`, {
      reason: 'text-faulty',
      params: { field, line: read.faults[0]!.line, why: read.faults[0]!.message },
      issues,
    })
  }
  const { kind, corpusId, taskForm } = of
  const content = read.found
  const key = keyOf(content)
  if (key === of.key) requireSame(of, content)
  const brought = { projectId: actor.project.id, kind, corpusId, taskForm, key, content }
  const { issues, evidence } = await checkBrought(brought)
  if (issues.length === 0) return { brought, evidence }
  const { faulty } = findKind(kind)
  throw new AppError('invalid', faulty.message, {
    reason: faulty.reason,
    params: { count: issues.length },
    issues: issues.map(({ path, code, message }) => ({ path: `${field}.${path}`, message: message ?? code })),
  })
}

/** A new version is of the same thing as the one before. */
function requireSame({ kind: name, content }: StandingArtifact, written: Content): void {
  const kind = findKind(name)
  if (!kind.isSame(content as never, written as never))
    throw new AppError('invalid', kind.fixed.message, { reason: kind.fixed.reason })
}
