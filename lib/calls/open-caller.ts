import type { AskOptions, Caller } from '@/lib/calls/model'
import { openSession, type SessionInput } from '@/lib/calls/open-session'
import type { Prompt } from '@/lib/calls/prompts/model'
import { runTurns } from '@/lib/calls/run-turns'

/** Whom a job asks: a connection in a role, on the budget of the job's project. */
export async function openCaller(input: SessionInput): Promise<Caller> {
  const session = await openSession(input)
  const { tally, connection } = session
  return {
    connectionId: input.connectionId,
    // A batch should have them all.
    width: input.isBatch ? 10_000 : connection.pace.concurrency * 2,
    tally: () => structuredClone(tally),
    async ask<In, Out>(prompt: Prompt<In, Out>, asked: In, options: AskOptions) {
      const said = await runTurns(session, { prompt, input: asked, ...options })
      tally.byOutcome[said.outcome] = (tally.byOutcome[said.outcome] ?? 0) + 1
      return said
    },
  }
}
