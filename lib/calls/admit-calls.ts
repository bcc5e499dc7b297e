import { findAnswers, type KeptCall } from '@/lib/calls/find-answers'
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

/** Looks for the answers of questions, and reserves what must be asked: many questions of a project at once. */
export const admitCalls = gatherWork(
  async (projectId: string, applicants: Applicant[]): Promise<Admission[]> => {
    const found = await findAnswers(
      projectId,
      applicants.map(({ hash }) => hash),
    )
    const keptFor = ({ hash, freshSince, keepsAnswers }: Applicant) => {
      const kept = found.get(hash)
      if (!kept || freshSince === null || kept.startedAt >= freshSince) return kept
      return keepsAnswers && kept.outcome === 'answer' ? kept : undefined
    }
    const open = applicants
      .filter((one) => !keptFor(one))
      .map((one) => ({ hash: one.hash, call: one.make() }))
    const results =
      open.length === 0
        ? []
        : await reserveCalls(
            projectId,
            open.map(({ call }) => call),
          )
    const reserved = new Map(open.map(({ call }, at) => [call, results[at]!]))
    let next = 0
    return applicants.map((one): Admission => {
      const kept = keptFor(one)
      if (kept) return kept.state === 'reserved' ? 'busy' : { kept }
      const { call } = open[next++]!
      const result = reserved.get(call)!
      return result === 'reserved' ? { reserved: call } : result
    })
  },
)
