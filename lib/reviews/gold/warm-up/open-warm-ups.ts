import type { ArtifactKind } from '@/lib/artifacts/model'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import type { WarmUpView } from '@/lib/reviews/gold/schema'
import { fillRound } from '@/lib/reviews/gold/warm-up/fill-round'
import { isNewcomer } from '@/lib/reviews/gold/warm-up/is-newcomer'
import { readWarmUp } from '@/lib/reviews/gold/warm-up/read-warm-up'

type Rule = { kind: string; warmUpCount: number; warmUpBar: number }

/**
 * The warm-ups that somebody has yet to pass: of kinds whose plan asks newcomers for one, and of which they have decided nothing. The
 * first look begins it; each look fills its set as far as there are questions.
 */
export async function openWarmUps(actor: ProjectActor, rules: readonly Rule[]): Promise<WarmUpView[]> {
  const open: WarmUpView[] = []
  if (actor.role !== 'annotator') return open
  for (const rule of rules.filter(({ warmUpCount }) => warmUpCount > 0)) {
    const warmUp = await openWarmUp(actor, rule)
    if (warmUp) open.push(warmUp)
  }
  return open
}

async function openWarmUp(actor: ProjectActor, rule: Rule): Promise<WarmUpView | null> {
  const kind = rule.kind as ArtifactKind
  const known = await readWarmUp(db, actor, kind)
  if (known && known.state !== 'warming' && known.state !== 'failed') return null
  const id = { projectId: actor.project.id, kind, reviewerId: actor.id }
  const set = { asked: rule.warmUpCount, bar: rule.warmUpBar }
  if (!(await isNewcomer(db, actor, kind))) {
    const experienced = { state: 'experienced' }
    await db.warmUp.upsert({
      where: { projectId_kind_reviewerId: id },
      create: { ...id, ...set, ...experienced },
      update: experienced,
    })
    return null
  }
  if (!known)
    await db.warmUp.createMany({ data: [{ ...id, ...set, state: 'warming' }], skipDuplicates: true })
  const warmUp = known ?? (await readWarmUp(db, actor, kind))!
  const { round, ...view } = warmUp
  const missing = view.state === 'warming' ? await fillRound(actor, { kind, round, asked: view.asked }) : 0
  return { kind, ...view, missing }
}
