import { z } from 'zod'
import type { ArtifactKind, DraftState } from '@/lib/artifacts/model'
import type { Actor } from '@/lib/platform/model'
import { type Role, roleAllows } from '@/lib/projects/model'

export const verdicts = ['approve', 'edit', 'reject', 'skip', 'undo'] as const
export const verdictSchema = z.enum(verdicts)
export type Verdict = z.infer<typeof verdictSchema>

/** Why a draft of a kind is sent away: digit keys from 1 on the desk, in this order. */
export const reasonsOf = {
  guideline: [
    'wrong-definition',
    'too-vague',
    'contradicts-gold',
    'bad-examples',
    'wrong-boundaries',
    'bad-wording',
    'other',
  ],
  rule: [
    'wrong-applications',
    'wrong-scope',
    'contradicts-gold',
    'too-vague',
    'not-useful',
    'bad-wording',
    'other',
  ],
  application: ['wrong-answer', 'wrong-boundaries', 'not-useful', 'other'],
  format: ['hard-to-read', 'too-similar', 'not-useful', 'bad-wording', 'other'],
  pair: ['wrong-answer', 'wrong-question', 'too-vague', 'too-similar', 'not-useful', 'bad-wording', 'other'],
  record: ['wrong-answer', 'wrong-boundaries', 'contradicts-gold', 'too-vague', 'bad-wording', 'other'],
  // The first is what the one key on the tree says.
  node: ['not-useful', 'too-similar', 'wrong-place', 'too-vague', 'bad-wording', 'other'],
  syllabus: ['wrong-answer', 'too-vague', 'not-useful', 'too-similar', 'bad-wording', 'other'],
} as const satisfies Record<ArtifactKind, readonly string[]>

export const reasonCodes = [...new Set(Object.values(reasonsOf).flat())]
export const reasonCodeSchema = z.enum(reasonCodes)
/** How many applications of a random sample a reviewer found right, and how many wrong. */
export const sampleMarksSchema = z.object({
  right: z.number().int().min(0).max(1000),
  wrong: z.number().int().min(0).max(1000),
})
export type SampleMarks = z.infer<typeof sampleMarksSchema>

export type ReasonCode = z.infer<typeof reasonCodeSchema>

/** How many of one's own last decisions can be taken back. */
export const UNDO_DEPTH = 10

/** An open place for a reviewer. `lapsed`: its lease, if it had one, is over and anybody may take it. */
export type Place = { number: number; holderId: string | null; holder: string | null; lapsed: boolean }

/** Who decides for whom: a reviewer among others, or the lead where they disagree. */
export const deciderRoles = ['reviewer', 'lead'] as const
export type DeciderRole = (typeof deciderRoles)[number]

/** A decision that stands and says something about a draft. `text`: the version it is for, the draft's own or an edit's; null: for none. */
export type Vote = {
  reviewerId: string
  role: DeciderRole
  text: { versionId: string; contentHash: string } | null
}

export type Outcome =
  | { state: 'waiting' | 'disputed' | 'rejected' }
  | { state: 'approved'; text: NonNullable<Vote['text']> }

/** What the votes on a draft make of it, once so many are in as were asked for: more than half are for the same text, or for none. */
export function outcomeOf(overlap: number, votes: readonly Vote[]): Outcome {
  const lead = votes.filter(({ role }) => role === 'lead').at(-1)
  if (lead) return settledBy(lead)
  if (votes.length < overlap) return { state: 'waiting' }
  const ofSide = (side: Vote) => votes.filter(({ text }) => text?.contentHash === side.text?.contentHash)
  const most = votes.find((vote) => ofSide(vote).length > votes.length / 2)
  return most ? settledBy(most) : { state: 'disputed' }
}

function settledBy({ text }: Vote): Outcome {
  return text ? { state: 'approved', text } : { state: 'rejected' }
}

/** How a draft stands when somebody wants to decide it. */
export type DraftStanding = {
  state: DraftState
  contentHash: string
  /** Who settled it, where a decision that stands did. */
  settledBy: string | null
  places: Place[]
  overlap: number
  votes: Vote[]
  assignedTo: string[]
  /** Is it the actor's own, and may others decide it? */
  isOwn: boolean
}

/** By which names drafts are assigned to somebody: their id and their role. */
export function namesOf(actor: { id: string; role: Role }): string[] {
  return [actor.id, `role:${actor.role}`]
}

/** May this actor decide what is assigned like this? Whoever may assign it anew may take it as well. */
export function isAssigned(actor: { id: string; role: Role }, assignedTo: readonly string[]): boolean {
  if (assignedTo.length === 0 || roleAllows(actor.role, 'lead')) return true
  return namesOf(actor).some((name) => assignedTo.includes(name))
}

export type Refusal = { reason: string; params?: Record<string, string | number> }

/** Only a person at the desk decides: no service, no model, no token. */
export function mayJudge(actor: Actor): Refusal | null {
  if (actor.kind !== 'person') return { reason: 'not-a-person' }
  return actor.via === 'session' ? null : { reason: 'session-only' }
}

/** The place that an actor decides from: the one they hold, else one that nobody holds. */
export function placeFor(actor: { id: string }, places: Place[]): Place | undefined {
  const own = places.find((place) => place.holderId === actor.id)
  return own ?? places.find((place) => place.holderId === null || place.lapsed)
}

/** Why this draft cannot be taken by this actor now; null when it can. */
export function canTake(
  actor: { id: string; role: Role },
  draft: Omit<DraftStanding, 'contentHash'>,
): Refusal | null {
  if (draft.state === 'disputed') return { reason: 'disputed' }
  if (draft.state !== 'waiting')
    return draft.settledBy && draft.votes.length >= draft.overlap
      ? { reason: 'already-decided', params: { by: draft.settledBy } }
      : { reason: 'superseded' }
  if (draft.isOwn) return { reason: 'own-draft' }
  if (draft.votes.some(({ reviewerId }) => reviewerId === actor.id)) return { reason: 'already-voted' }
  const place = placeFor(actor, draft.places)
  if (place?.holderId !== actor.id && !isAssigned(actor, draft.assignedTo)) return { reason: 'not-assigned' }
  if (place) return null
  return { reason: 'lease-lost', params: { by: draft.places[0]?.holder ?? '' } }
}

/** Why this decision is not legal; null when it is. */
export function canDecide(
  actor: Actor & { role: Role },
  draft: DraftStanding,
  asked: { contentHash: string },
): Refusal | null {
  const refusal = mayJudge(actor)
  if (refusal) return refusal
  if (draft.state === 'waiting' && draft.contentHash !== asked.contentHash)
    return { reason: 'content-changed' }
  return canTake(actor, draft)
}

/** How a decision stands when its reviewer wants to take it back. */
export type DecisionStanding = {
  reviewerId: string
  verdict: Verdict
  undone: boolean
  /** How many decisions the reviewer has made since. */
  newerByReviewer: number
  /** Who decided the same artifact after it, where that stands. */
  laterBy: string | null
  /** A draft that was sent back after it: it is of a round of before. */
  sentBack: boolean
  /** A newer draft of the same artifact waits for a decision. */
  newerWaits: boolean
  /** The number of a release that holds the approval. */
  release: number | null
  /** The number of a run that was released on a sample with this decision. */
  acceptedRun: number | null
  places: Place[]
}

/** Why this decision cannot be undone; null when it can. */
export function canUndo(actor: Actor, decision: DecisionStanding): Refusal | null {
  const refusal = mayJudge(actor)
  if (refusal) return refusal
  if (decision.reviewerId !== actor.id) return { reason: 'not-your-decision' }
  if (decision.verdict === 'undo') return { reason: 'undo-stays' }
  if (decision.undone) return { reason: 'already-undone' }
  if (decision.newerByReviewer >= UNDO_DEPTH) return { reason: 'too-old', params: { depth: UNDO_DEPTH } }
  if (decision.release !== null) return { reason: 'in-release', params: { release: decision.release } }
  if (decision.acceptedRun !== null) return { reason: 'in-audit', params: { run: decision.acceptedRun } }
  if (decision.sentBack) return { reason: 'sent-back' }
  if (decision.laterBy !== null) return { reason: 'later-decision', params: { by: decision.laterBy } }
  if (decision.newerWaits) return { reason: 'newer-draft' }
  if (decision.verdict === 'skip' && !placeFor(actor, decision.places))
    return { reason: 'lease-lost', params: { by: decision.places[0]?.holder ?? '' } }
  return null
}
