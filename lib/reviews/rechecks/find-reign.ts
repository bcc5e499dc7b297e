import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import { type DraftState, draftStateSchema } from '@/lib/artifacts/model'
import { db, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { contentHash } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'

type VersionRow = { id: string; number: number; content: unknown; settledAt: Date | null }

/** Which versions of a guideline one took, or would take, the place of, and how long they were the approved ones. */
export type Reign = {
  guideline: {
    versionId: string
    artifactId: string
    corpusId: string
    key: string
    number: number
    state: DraftState
  }
  old: { versionId: string; number: number }[]
  /** `to` null: until now. */
  period: { from: Date; to: Date | null } | null
  meansElse: boolean
  wordings: number
}

/**
 * The version before is the approved one whose place this one took; of one that waits, the one that is approved. Versions before that
 * which mean the same, since only wordings were added, count as one with it.
 */
export async function findReign(actor: ProjectActor, versionId: string, within: Tx = db): Promise<Reign> {
  const version = await within.version.findFirst({
    where: { id: versionId, artifact: { projectId: actor.project.id, kind: 'guideline' } },
    include: { artifact: true, draft: true },
  })
  if (!version?.draft || !version.artifact.corpusId)
    throw new AppError('not_found', 'There is no such guideline in this project.', {
      reason: 'guideline-unknown',
    })
  const { artifact, draft, content, number } = version
  const state = draftStateSchema.parse(draft.state)
  const reigned = state === 'approved' || (state === 'superseded' && draft.replacesId !== null)
  const line = await readLine(within, {
    from: reigned ? draft.replacesId : await findApproved(within, artifact.id, version.id),
  })
  const [before] = line
  const same = line.findIndex((one) => !before || meaningOf(one.content) !== meaningOf(before.content))
  const old = same === -1 ? line : line.slice(0, same)
  const first = old.at(-1)
  const carried = before ? wordingsOf(content).filter((one) => wordingsOf(before.content).includes(one)) : []
  return {
    guideline: {
      ...{
        versionId,
        artifactId: artifact.id,
        corpusId: artifact.corpusId!,
        key: artifact.key,
        number,
        state,
      },
    },
    old: old.map(({ id, number }) => ({ versionId: id, number })),
    period: first?.settledAt ? { from: first.settledAt, to: reigned ? draft.settledAt : null } : null,
    meansElse: before !== undefined && meaningOf(before.content) !== meaningOf(content),
    wordings: carried.length,
  }
}

async function findApproved(within: Tx, artifactId: string, besides: string): Promise<string | null> {
  const approved = await within.version.findFirst({
    where: { artifactId, id: { not: besides }, draft: { state: 'approved' } },
    select: { id: true },
  })
  return approved?.id ?? null
}

/** An approved version and those before it, each of which gave way to the next, newest first. */
function readLine(within: Tx, { from }: { from: string | null }): Promise<VersionRow[]> {
  return within.$queryRaw<VersionRow[]>`
    WITH RECURSIVE line AS (
      SELECT w.version_id, w.replaces_id, w.settled_at, 0 AS depth FROM draft w WHERE w.version_id = ${from}::uuid
      UNION ALL
      SELECT w.version_id, w.replaces_id, w.settled_at, line.depth + 1
      FROM line JOIN draft w ON w.version_id = line.replaces_id WHERE line.depth < 200)
    SELECT v.id, v.number, v.content, line.settled_at AS "settledAt"
    FROM line JOIN version v ON v.id = line.version_id ORDER BY line.depth`
}

const read = (content: unknown): GuidelineContent => findKind('guideline').content.parse(content)

/** What a guideline says, without the other wordings of it and what is still to settle: those are in no instruction's meaning. */
function meaningOf(content: unknown): string {
  const { paraphrases: _wordings, questions: _open, ...meaning } = read(content)
  return contentHash(meaning)
}

function wordingsOf(content: unknown): string[] {
  const { en, zh } = read(content).paraphrases
  return [...en, ...zh]
}
