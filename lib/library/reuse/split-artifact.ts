import { formatKey } from '@/lib/artifacts/kinds/format/drafting/format-key'
import type { Content } from '@/lib/artifacts/model'
import { labelCountSchema } from '@/lib/corpora/model'
import { proposeBrought } from '@/lib/library/propose-brought'
import { findStanding, requireOpen, type StandingArtifact } from '@/lib/library/reuse/find-standing'
import { readWritten } from '@/lib/library/reuse/read-written'
import type { ReusedDraft } from '@/lib/library/reuse/schema'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { contentHash } from '@/lib/platform/hash'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Proposes two texts for one: the next version of it, and something new. Each is decided by itself; until then the one stands. */
export async function splitArtifact(
  actor: ProjectActor,
  input: { artifact: string; first: string; second: string },
): Promise<{ first: ReusedDraft; second: ReusedDraft }> {
  requireRole(actor, 'lead')
  const of = await findStanding(actor, input.artifact)
  requireOpen(of)
  const first = await readWritten(actor, of, { text: input.first, field: 'first', keyOf: () => of.key })
  const second = await readWritten(actor, of, {
    text: input.second,
    field: 'second',
    keyOf: (said) => keyOf(of, said),
  })
  await requireNew(actor, of, second.brought.key)
  const { id: versionId, number, hash } = of.version
  const sources = [{ how: 'split' as const, versionId, hash, named: { key: of.key, version: number } }]
  return db.$transaction(async (tx) => {
    const drafts: ReusedDraft[] = []
    for (const written of [first, second]) {
      const version = await proposeBrought(tx, { kind: 'person', id: actor.id }, { ...written, sources })
      drafts.push({ artifactId: version.artifactId, versionId: version.id })
    }
    await audit(tx, actor, {
      action: 'artifact.split',
      subjectKind: 'version',
      subjectId: drafts[0]!.versionId,
      projectId: actor.project.id,
      data: { kind: of.kind, label: of.key, into: second.brought.key },
    })
    return { first: drafts[0]!, second: drafts[1]! }
  })
}

/** What the second is called among its like, as if a person had written it from nothing. */
function keyOf({ key }: StandingArtifact, content: Content): string {
  if ('label' in content) return content.label
  if ('statement' in content)
    return `${content.transform?.name ?? 'annotated'}-${contentHash(content.statement).slice(0, 8)}`
  return 'carrier' in content ? formatKey(content.name) || content.carrier : key
}

async function requireNew(actor: ProjectActor, of: StandingArtifact, key: string): Promise<void> {
  const { kind, corpusId } = of
  const known = await db.artifact.findFirst({ where: { projectId: actor.project.id, kind, corpusId, key } })
  if (known || key === of.key)
    throw new AppError('conflict', `“${key}” is there already: the second has to be about something else.`, {
      reason: 'split-known',
      params: { label: key },
    })
  if (kind !== 'guideline' || !corpusId) return
  const { labels } = await db.corpus.findUniqueOrThrow({ where: { id: corpusId }, select: { labels: true } })
  const isLabel = labelCountSchema
    .array()
    .parse(labels)
    .some(({ label }) => label === key)
  if (!isLabel)
    throw new AppError('invalid', `The corpus has no label “${key}”.`, {
      reason: 'label-unknown',
      params: { label: key },
    })
}
