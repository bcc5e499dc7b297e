import type { ArtifactKind } from '@/lib/artifacts/model'
import { db, isUniqueViolation } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import type { ProjectActor } from '@/lib/projects/model'
import { findPlaces, type GoldPlace } from '@/lib/reviews/gold/find-places'
import { askedKinds } from '@/lib/reviews/gold/model'
import type { WarmUpView } from '@/lib/reviews/gold/schema'
import { seedAhead } from '@/lib/reviews/gold/seed-ahead'
import { openWarmUps } from '@/lib/reviews/gold/warm-up/open-warm-ups'
import type { Lease } from '@/lib/reviews/queries'
import { refuseDecision } from '@/lib/reviews/refuse-decision'
import { type TakenPlace, takePlaces } from '@/lib/reviews/take-places'

export type Wanted = { count?: number; kind?: ArtifactKind; versionId?: string; includeSkipped?: boolean }
export type Work = { leases: Lease[]; golds: ReadonlySet<string>; warmUps: WarmUpView[] }

/**
 * What comes to a desk: drafts as the queue gives them, with the gold questions that lie there already among them. Whoever warms up
 * gets, of that kind, nothing but the questions of the warm-up.
 */
export async function takeWork(actor: ProjectActor, wanted: Wanted): Promise<Work> {
  const rules = await db.reviewPlan.findMany({
    where: { projectId: actor.project.id, OR: [{ goldEvery: { gt: 0 } }, { warmUpCount: { gt: 0 } }] },
    select: { kind: true, goldEvery: true, warmUpCount: true, warmUpBar: true },
  })
  const warmUps = await openWarmUps(actor, rules)
  const barred = warmUps.map(({ kind }) => kind)
  const open = (await findPlaces(actor, wanted)).filter(
    ({ kind, purpose }) => purpose === 'warm-up' || !barred.includes(kind),
  )
  const golds = await layOut(actor, open, wanted)
  const isGold = golds.some(({ versionId }) => versionId === wanted.versionId)
  if (wanted.versionId && !isGold) await refuseBarred(wanted.versionId, barred)
  const { count = 3 } = wanted
  const shown = golds.slice(0, wanted.versionId && !isGold ? count - 1 : count)
  const asked = isGold ? { ...wanted, versionId: undefined } : wanted
  const taken = await takeDrafts(actor, { ...asked, count: count - shown.length, barred })
  await seedAhead(actor, {
    every: new Map(
      rules
        .filter(({ goldEvery }) => goldEvery > 0)
        .map((rule) => [rule.kind as ArtifactKind, rule.goldEvery]),
    ),
    taken,
  })
  return { ...among(taken, shown, wanted.versionId), warmUps: await worthTelling(actor, warmUps) }
}

/**
 * The gold questions to show: those that are on the desk, and those that are due as far as there is room beside what somebody holds,
 * of which nothing may be missing. What was skipped lies aside until it is asked for.
 */
async function layOut(actor: ProjectActor, open: GoldPlace[], wanted: Wanted): Promise<GoldPlace[]> {
  const { versionId, includeSkipped, count = 3 } = wanted
  const isAsked = (place: GoldPlace) => place.versionId === versionId
  const places = open.filter((place) => !place.skipped || includeSkipped || isAsked(place))
  const lying = places.filter((place) => place.taken)
  const due = places.filter((place) => !place.taken)
  const room = due.length > 0 ? count - lying.length - (await countHeld(actor)) : 0
  const coming = due
    .toSorted((one, other) => Number(isAsked(other)) - Number(isAsked(one)))
    .slice(0, Math.max(0, room))
  const changed = [...lying.filter(({ skipped }) => skipped), ...coming].map(({ id }) => id)
  if (changed.length > 0)
    await db.goldPlace.updateMany({
      where: { id: { in: changed } },
      data: { skippedAt: null, takenAt: new Date() },
    })
  return places
    .filter((place) => place.taken || coming.includes(place))
    .toSorted((one, other) => Number(isAsked(other)) - Number(isAsked(one)))
}

function countHeld(actor: ProjectActor): Promise<number> {
  return db.reviewSlot.count({
    where: { projectId: actor.project.id, holderId: actor.id, closedAt: null, kind: { not: 'node' } },
  })
}

/** A warm-up that stands still is told where it keeps somebody from drafts. */
async function worthTelling(actor: ProjectActor, warmUps: WarmUpView[]): Promise<WarmUpView[]> {
  const standsStill = ({ state, missing }: WarmUpView) => state === 'failed' || missing > 0
  const kinds = warmUps.filter(standsStill).map(({ kind }) => kind)
  if (kinds.length === 0) return warmUps
  const waiting = await db.$queryRaw<{ kind: string }[]>`
    SELECT kind FROM unnest(${kinds}::text[]) AS kept (kind) WHERE EXISTS (
      SELECT 1 FROM draft w WHERE w.project_id = ${actor.project.id}::uuid AND w.kind = kept.kind AND w.state = 'waiting')`
  return warmUps.filter((one) => !standsStill(one) || waiting.some(({ kind }) => kind === one.kind))
}

async function refuseBarred(versionId: string, barred: readonly string[]): Promise<void> {
  if (barred.length === 0) return
  const draft = await db.draft.findUnique({ where: { versionId }, select: { kind: true, state: true } })
  if (draft?.state === 'waiting' && barred.includes(draft.kind)) refuseDecision({ reason: 'warm-up-first' })
}

type Places = Omit<Wanted, 'count'> & { count: number; barred: readonly ArtifactKind[] }

async function takeDrafts(actor: ProjectActor, { barred, count, ...wanted }: Places): Promise<TakenPlace[]> {
  if (barred.length === 0) return take(actor, { ...wanted, count })
  const taken: TakenPlace[] = []
  for (const kind of askedKinds) {
    if (barred.includes(kind) || (wanted.kind && wanted.kind !== kind)) continue
    taken.push(...(await take(actor, { ...wanted, kind, count: count - taken.length })))
  }
  return taken
}

async function take(actor: ProjectActor, wanted: Wanted & { count: number }): Promise<TakenPlace[]> {
  if (wanted.count < 1) return []
  return takePlaces(actor, wanted).catch((error: unknown) => {
    // Two requests of one person reached for two places of one draft at once; the second time sees the first's.
    if (isUniqueViolation(error)) return takePlaces(actor, wanted)
    throw error
  })
}

const HELD = 1

/** A gold question stands where a draft with its key would that is held. */
function among(taken: TakenPlace[], shown: GoldPlace[], first: string | undefined): Omit<Work, 'warmUps'> {
  const places: Pick<TakenPlace, 'versionId' | 'leasedUntil' | 'rank' | 'sortKey'>[] = [...taken]
  const leasedUntil = taken[0]?.leasedUntil ?? new Date(Date.now() + env().GLOSS_LEASE_SECONDS * 1000)
  for (const { versionId, sortKey } of shown) {
    const rank = versionId === first ? 0 : HELD
    const behind = places.findIndex(
      (place) => place.rank > rank || (place.rank === rank && place.sortKey > sortKey),
    )
    places.splice(behind < 0 ? places.length : behind, 0, { versionId, leasedUntil, rank, sortKey })
  }
  return {
    leases: places.map(({ versionId, leasedUntil: until }) => ({ versionId, leasedUntil: until })),
    golds: new Set(shown.map(({ versionId }) => versionId)),
  }
}
