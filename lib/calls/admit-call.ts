import { findAnswer } from '@/lib/calls/find-answer'
import type { KeptCall } from '@/lib/calls/find-answers'
import { type NewCall, type Reservation, reserveCalls } from '@/lib/calls/reserve-calls'
import { gatherWork } from '@/lib/platform/gather-work'

type Applicant = {
  hash: string
  /** Answers from before this time do not count. */
  freshSince: Date | null
  /** But for good answers, which count however old. */
  keepsAnswers: boolean
  /** The call as it is kept, if it comes to asking. */
  make(): NewCall
}

/** What is to be done about a question: its answer is kept, it may be sent, or why it may not. */
export type Admission = { kept: KeptCall } | { reserved: NewCall } | Exclude<Reservation, 'reserved'>

/** A transaction for each would be dear, and a call that is to take seconds does not mind. */
const RESERVE_EVERY_MS = 10

const reserve = gatherWork(reserveCalls, { everyMs: RESERVE_EVERY_MS })

/** Looks for the answer of a question, and reserves it where it must be asked: together with others of the project. */
export async function admitCall(projectId: string, applicant: Applicant): Promise<Admission> {
  const kept = await findAnswer(projectId, applicant.hash)
  if (kept && counts(kept, applicant)) return kept.state === 'reserved' ? 'busy' : { kept }
  const call = applicant.make()
  const result = await reserve(projectId, call)
  return result === 'reserved' ? { reserved: call } : result
}

function counts({ startedAt, outcome }: KeptCall, { freshSince, keepsAnswers }: Applicant): boolean {
  return freshSince === null || startedAt >= freshSince || (keepsAnswers && outcome === 'answer')
}
