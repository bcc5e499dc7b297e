import { audit } from '@/lib/platform/audit'
import { db, type Tx } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import type { GoldPlace } from '@/lib/reviews/gold/find-places'
import { mayJudge, UNDO_DEPTH } from '@/lib/reviews/model'
import { refuseDecision } from '@/lib/reviews/refuse-decision'

type Asked = { decisionId?: string; requestKey: string }
export type UndoneAnswer = { undoId: string; answerId: string; versionId: string }
type Answer = {
  id: string
  number: bigint
  placeId: string
  goldId: string
  versionId: string
  contentHash: string
  verdict: string
  purpose: GoldPlace['purpose']
  undone: boolean
  newer: number
}

/**
 * Takes back an answer to a gold question, where that is the caller's last deed or the one named, and lays the question on the desk
 * again; null when it is a decision that goes. An answer of a warm-up stays, since its solution was shown, and is never the last deed.
 */
export async function undoGold(actor: ProjectActor, input: Asked): Promise<UndoneAnswer | null> {
  refuseDecision(mayJudge(actor))
  const mine = { projectId: actor.project.id, reviewerId: actor.id }
  if ((await db.goldAnswer.count({ where: mine, take: 1 })) === 0) return null
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`undo ${actor.id}`}, 0))`
    const sent = await sentBefore(tx, actor, input.requestKey)
    if (sent !== undefined) return sent
    const wanted = input.decisionId ?? (await lastAnswer(tx, actor))
    const answer = wanted && (await readAnswer(tx, actor, wanted))
    return answer ? takeBack(tx, actor, { answer, requestKey: input.requestKey }) : null
  })
}

/** What this request key did already; null: took back a decision; undefined: nothing. */
async function sentBefore(
  tx: Tx,
  actor: ProjectActor,
  requestKey: string,
): Promise<UndoneAnswer | null | undefined> {
  const first = await tx.goldAnswer.findUnique({
    where: { reviewerId_requestKey: { reviewerId: actor.id, requestKey } },
    select: { id: true, undoesId: true, place: { select: { versionId: true } } },
  })
  if (first && !first.undoesId) refuseDecision({ reason: 'request-key-reused' })
  if (first) return { undoId: first.id, answerId: first.undoesId!, versionId: first.place.versionId }
  return (await tx.decision.count({ where: { reviewerId: actor.id, requestKey } })) > 0 ? null : undefined
}

/** The answer that is the caller's last deed which stands; undefined when a decision is. */
async function lastAnswer(tx: Tx, actor: ProjectActor): Promise<string | undefined> {
  const mine = { projectId: actor.project.id, reviewerId: actor.id, verdict: { not: 'undo' }, undoneBy: null }
  const [answer, decision] = await Promise.all([
    tx.goldAnswer.findFirst({
      where: { ...mine, place: { purpose: 'seeded' } },
      orderBy: { number: 'desc' },
      select: { id: true, number: true },
    }),
    tx.decision.findFirst({ where: mine, orderBy: { number: 'desc' }, select: { number: true } }),
  ])
  return answer && (!decision || answer.number > decision.number) ? answer.id : undefined
}

async function readAnswer(tx: Tx, actor: ProjectActor, id: string): Promise<Answer | undefined> {
  const [answer] = await tx.$queryRaw<Answer[]>`
    SELECT x.id, x.number, x.place_id AS "placeId", x.gold_id AS "goldId", g.version_id AS "versionId",
      x.content_hash AS "contentHash", x.verdict, g.purpose,
      EXISTS (SELECT 1 FROM gold_answer u WHERE u.undoes_id = x.id) AS undone,
      ((SELECT count(DISTINCT d.request_key)::int FROM decision d
        WHERE d.project_id = x.project_id AND d.reviewer_id = x.reviewer_id AND d.number > x.number AND d.verdict <> 'undo')
      + (SELECT count(*)::int FROM gold_answer n
        WHERE n.project_id = x.project_id AND n.reviewer_id = x.reviewer_id AND n.number > x.number AND n.verdict <> 'undo')) AS newer
    FROM gold_answer x JOIN gold_place g ON g.id = x.place_id
    WHERE x.id = ${id}::uuid AND x.project_id = ${actor.project.id}::uuid AND x.reviewer_id = ${actor.id}`
  return answer
}

async function takeBack(
  tx: Tx,
  actor: ProjectActor,
  { answer, requestKey }: { answer: Answer; requestKey: string },
): Promise<UndoneAnswer> {
  if (answer.verdict === 'undo') refuseDecision({ reason: 'undo-stays' })
  if (answer.undone) refuseDecision({ reason: 'already-undone' })
  if (answer.newer >= UNDO_DEPTH) refuseDecision({ reason: 'too-old', params: { depth: UNDO_DEPTH } })
  if (answer.purpose === 'warm-up') refuseDecision({ reason: 'warm-up-stays' })
  const { placeId, goldId, contentHash, versionId } = answer
  const { id } = await tx.goldAnswer.create({
    data: {
      ...{ projectId: actor.project.id, placeId, goldId, reviewerId: actor.id, contentHash },
      ...{ verdict: 'undo', undoesId: answer.id, requestKey },
    },
    select: { id: true },
  })
  await tx.goldPlace.update({ where: { id: placeId }, data: { closedAt: null, skippedAt: null } })
  await audit(tx, actor, {
    action: 'gold.undone',
    subjectKind: 'version',
    subjectId: versionId,
    projectId: actor.project.id,
    data: { goldId, answerId: answer.id, undoId: id, verdict: answer.verdict },
  })
  return { undoId: id, answerId: answer.id, versionId }
}
