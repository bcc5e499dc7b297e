import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import type { GoldPlace } from '@/lib/reviews/gold/find-places'
import { goldVerdictSchema } from '@/lib/reviews/gold/model'
import type { Feedback } from '@/lib/reviews/gold/schema'
import { readWarmUp } from '@/lib/reviews/gold/warm-up/read-warm-up'
import type { ReasonCode } from '@/lib/reviews/model'

/** What somebody who warms up is told of their answer. */
export async function readFeedback(
  actor: ProjectActor,
  of: { place: GoldPlace; isRight: boolean },
): Promise<Feedback> {
  const { place, isRight } = of
  const [warmUp, gold] = await Promise.all([
    readWarmUp(db, actor, place.kind),
    db.goldQuestion.findUniqueOrThrow({
      where: { id: place.goldId },
      include: { expected: { select: { content: true } } },
    }),
  ])
  const { content } = findKind(place.kind)
  const { round: _round, ...view } = warmUp!
  return {
    isRight,
    expected: {
      verdict: goldVerdictSchema.parse(gold.verdict),
      reasonCode: gold.reasonCode as ReasonCode | null,
      content: gold.expected && (content.parse(gold.expected.content) as Record<string, unknown>),
    },
    note: gold.note,
    warmUp: { kind: place.kind, ...view, missing: 0 },
  }
}
