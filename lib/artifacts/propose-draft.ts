import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { Again, ArtifactKind, Author, ContentOf, DraftState, EvidenceOf } from '@/lib/artifacts/model'
import { draftStateSchema, wantsDraft } from '@/lib/artifacts/model'
import { type Origin, recordOrigin } from '@/lib/artifacts/origin/record-origin'
import { proposeVersion } from '@/lib/artifacts/propose-version'
import { audit } from '@/lib/platform/audit'
import { db, type Tx } from '@/lib/platform/db'
import { contentHash } from '@/lib/platform/hash'
import { systemActor } from '@/lib/platform/model'
import type { TaskForm } from '@/lib/tasks/model'

/** What became of a draft: it waits, it says what its drafter said before, or something stands there that was not to be redrafted. */
export type DraftOutcome = 'drafted' | 'unchanged' | 'left'

/** What a job asks of each thing that it drafts. `since`: when the job was ordered; what is newer is its own. */
export type AskedDraft = { again: Again; since: Date }

export type GivenDraft<Kind extends ArtifactKind> = {
  kind: Kind
  projectId: string
  corpusId: string | null
  taskForm: TaskForm
  key: string
  content: ContentOf<Kind>
  evidence?: EvidenceOf<Kind>
  asked: AskedDraft
  /** The calls of models that it was made from. */
  origin?: Origin
  /** The version that it is a change of, such as one with further wordings. */
  parentId?: string
  /** For the audit row. */
  job: { startedBy: string; runId: string }
}

/** Puts one draft in the queue, in a transaction of its own, so that a job that is run again goes on where it stopped. */
export async function proposeDraft<Kind extends ArtifactKind>(
  author: Author,
  given: GivenDraft<Kind>,
): Promise<DraftOutcome> {
  const { kind, projectId, corpusId, key, taskForm, content, evidence, asked, origin, parentId, job } = given
  return db.$transaction(async (tx) => {
    const identity = { projectId, kind, corpusId, key }
    await tx.artifact.createMany({ data: { ...identity, taskForm }, skipDuplicates: true })
    const artifact = await tx.artifact.findFirstOrThrow({
      where: identity,
      select: { id: true, projectId: true, kind: true, key: true },
    })
    const [newest] = await tx.version.findMany({
      ...newestVersion,
      where: { ...isNoEdit, artifactId: artifact.id },
    })
    const standing = standingOf(newest, asked)
    if (standing !== 'open') return standing
    const isRejected = newest?.draft?.state === 'rejected'
    if (!isRejected && (await saidBefore(tx, { artifactId: artifact.id, author, kind, content })))
      return 'unchanged'
    const version = await proposeVersion(tx, author, { artifact, content, evidence, parentId })
    await recordOrigin(tx, { versionId: version.id, artifact: { projectId, corpusId, kind }, author, origin })
    await audit(tx, systemActor(author.id), {
      action: `${kind}.drafted`,
      subjectKind: 'version',
      subjectId: version.id,
      projectId,
      data: { label: key, number: version.number, startedBy: job.startedBy, jobId: job.runId },
    })
    return 'drafted'
  })
}

/** Not an edit that others have yet to vote on, or have not agreed with. */
const isNoEdit = { NOT: { madeBy: { some: {} }, draft: { state: { in: ['proposed', 'superseded'] } } } }
const newestVersion = {
  where: isNoEdit,
  orderBy: { number: 'desc' as const },
  take: 1,
  select: { createdAt: true, draft: { select: { state: true } } },
}
type Newest = { createdAt: Date; draft: { state: string } | null } | undefined

/** Which of these keys are open to a job, and what became of the others: drafted before it was interrupted, or left alone. */
export async function draftStandings(
  of: { projectId: string; kind: ArtifactKind; corpusId: string | null; keys: readonly string[] },
  asked: AskedDraft,
): Promise<Map<string, 'open' | 'drafted' | 'left'>> {
  const { projectId, kind, corpusId, keys } = of
  const artifacts = await db.artifact.findMany({
    where: { projectId, kind, corpusId, key: { in: [...keys] } },
    select: { key: true, versions: newestVersion },
  })
  const newest = new Map(artifacts.map(({ key, versions }) => [key, versions[0]]))
  return new Map(keys.map((key) => [key, standingOf(newest.get(key), asked)]))
}

function standingOf(newest: Newest, { again, since }: AskedDraft): 'open' | 'drafted' | 'left' {
  if (newest && newest.createdAt >= since) return 'drafted'
  const state: DraftState | null = newest ? draftStateSchema.parse(newest.draft?.state) : null
  return wantsDraft(state, again) ? 'open' : 'left'
}

/** Did this drafter's last draft say the very same? Then asking reviewers again would waste their time. */
async function saidBefore<Kind extends ArtifactKind>(
  tx: Tx,
  of: { artifactId: string; author: Author; kind: Kind; content: ContentOf<Kind> },
): Promise<boolean> {
  const last = await tx.version.findFirst({
    where: { artifactId: of.artifactId, authorKind: of.author.kind },
    orderBy: { number: 'desc' },
    select: { content: true },
  })
  // Read before it is compared: a content of before lacks fields that are empty now.
  return (
    last !== null && contentHash(findKind(of.kind).content.parse(last.content)) === contentHash(of.content)
  )
}
