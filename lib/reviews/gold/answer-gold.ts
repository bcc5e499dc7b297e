import { randomUUID } from 'node:crypto'
import { audit } from '@/lib/platform/audit'
import { db, type Json, jsonNull, type Tx } from '@/lib/platform/db'
import { contentHash } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'
import { checkEdit } from '@/lib/reviews/check-edit'
import { findPlace, type GoldPlace } from '@/lib/reviews/gold/find-places'
import { answersById } from '@/lib/reviews/gold/read-answers'
import type { Feedback } from '@/lib/reviews/gold/schema'
import { readFeedback } from '@/lib/reviews/gold/warm-up/read-feedback'
import { settleWarmUp } from '@/lib/reviews/gold/warm-up/settle-warm-up'
import { mayJudge } from '@/lib/reviews/model'
import { readIntent } from '@/lib/reviews/read-intent'
import { readStanding, type Standing } from '@/lib/reviews/read-standing'
import type { ReadDeed } from '@/lib/reviews/record-decision'
import { refuseDecision } from '@/lib/reviews/refuse-decision'
import type { DecideDraftInput, DecisionView } from '@/lib/reviews/schema'

type Given = { decision: DecisionView; feedback: Feedback | null }

/**
 * Answers a gold question that lies on the actor's desk: one row, and nothing of the draft that it is about. With every check of a
 * decision, so that it looks like one. Null when the version is no gold question for them.
 */
export async function answerGold(actor: ProjectActor, deed: DecideDraftInput): Promise<Given | null> {
  refuseDecision(mayJudge(actor))
  const place = await findPlace(db, actor, deed.versionId)
  if (!place) return null
  const id = await db.$transaction((tx) => commitAnswer(tx, actor, { place, deed }))
  const [decision] = await answersById(db, [id])
  const tells = place.purpose === 'warm-up' && decision!.verdict !== 'skip'
  const answer =
    tells && (await db.goldAnswer.findUniqueOrThrow({ where: { id }, select: { isRight: true } }))
  const feedback = answer ? await readFeedback(actor, { place, isRight: answer.isRight === true }) : null
  return { decision: decision!, feedback }
}

async function commitAnswer(
  tx: Tx,
  actor: ProjectActor,
  { place, deed }: { place: GoldPlace; deed: DecideDraftInput },
): Promise<string> {
  await tx.$executeRaw`SELECT 1 FROM gold_place WHERE id = ${place.id}::uuid FOR UPDATE`
  const standing = await readStanding(tx, actor, deed)
  const intent = readIntent(deed, standing)
  const sent = await tx.goldAnswer.findUnique({
    where: { reviewerId_requestKey: { reviewerId: actor.id, requestKey: deed.requestKey } },
    select: { id: true, placeId: true, verdict: true },
  })
  if (standing.sent || (sent && (sent.placeId !== place.id || sent.verdict !== intent.verdict)))
    refuseDecision({ reason: 'request-key-reused' })
  if (sent) return sent.id
  const now = await findPlace(tx, actor, deed.versionId)
  if (!now || now.closed) refuseDecision({ reason: 'already-decided', params: { by: actor.name } })
  if (standing.contentHash !== deed.contentHash) refuseDecision({ reason: 'content-changed' })
  if (intent.verdict === 'edit') await checkEdit(tx, actor, { content: intent.content, standing })
  return writeAnswer(tx, actor, { place, intent, standing })
}

async function writeAnswer(
  tx: Tx,
  actor: ProjectActor,
  { place, intent, standing }: { place: GoldPlace; intent: ReadDeed; standing: Standing },
): Promise<string> {
  const gold = await tx.goldQuestion.findUniqueOrThrow({
    where: { id: place.goldId },
    select: { verdict: true },
  })
  const isSkip = intent.verdict === 'skip'
  const content = intent.verdict === 'edit' ? intent.content : null
  const { id } = await tx.goldAnswer.create({
    data: {
      ...{ projectId: actor.project.id, placeId: place.id, goldId: place.goldId, reviewerId: actor.id },
      ...{ verdict: intent.verdict, comment: intent.comment, sample: intent.sample },
      ...{ elapsedMs: intent.elapsedMs, requestKey: intent.requestKey },
      isRight: isSkip ? null : intent.verdict === gold.verdict,
      reasonCode: intent.verdict === 'reject' ? intent.reasonCode : null,
      contentHash: standing.contentHash,
      textHash: content && contentHash(content),
      content: content ? (content as Json) : jsonNull,
      resultId: content && randomUUID(),
    },
    select: { id: true },
  })
  await tx.goldPlace.update({
    where: { id: place.id },
    data: isSkip ? { skippedAt: new Date() } : { closedAt: new Date() },
  })
  await audit(tx, actor, {
    action: 'gold.answered',
    subjectKind: 'version',
    subjectId: place.versionId,
    projectId: actor.project.id,
    data: { goldId: place.goldId, answerId: id, kind: place.kind, verdict: intent.verdict },
  })
  if (place.purpose === 'warm-up' && !isSkip) await settleWarmUp(tx, actor, place)
  return id
}
