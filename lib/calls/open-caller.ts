import { setMaxListeners } from 'node:events'
import type { Session, Stored } from '@/lib/calls/call-stored'
import type { AskOptions, Caller, Tally } from '@/lib/calls/model'
import type { Prompt } from '@/lib/calls/prompts/model'
import { runTurns } from '@/lib/calls/run-turns'
import type { ConnectionRole } from '@/lib/connections/model'
import { openConnection } from '@/lib/connections/queries'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'

/** Opens a connection for the questions of one job. What a person changes of it after that is for the next job. */
export async function openCaller(input: {
  projectId: string
  connectionId: string
  role: ConnectionRole
  jobRunId: string | null
  signal: AbortSignal
  /** Instead of the model that plays the role. */
  model?: string
  isBatch?: boolean
  replayOfId?: string
}): Promise<Caller> {
  const { projectId, role, jobRunId } = input
  const opened = await openConnection(input.connectionId)
  if (!opened || opened.projectId !== projectId)
    throw new AppError('not_found', 'This project has no such connection any more.', {
      reason: 'connection-unknown',
    })
  const { connection, name, prices } = opened
  const { model: own, ...settings } = opened.roles[role] ?? {}
  const model = input.model ?? own
  if (model === undefined)
    throw new AppError(
      'conflict',
      `“${name}” has no model for this work (${role}). Choose one on its page.`,
      {
        reason: 'connection-without-role',
        params: { connection: name, role },
      },
    )
  setMaxListeners(0, input.signal) // of which every question under way is one
  const run = jobRunId === null ? null : await db.jobRun.findUnique({ where: { id: jobRunId } })
  const tally: Tally = {
    ...{ calls: 0, fromStore: 0, paid: 0, cost: 0, tokens: { prompt: 0, completion: 0 }, byOutcome: {} },
  }
  const session: Session = {
    ...{ projectId, connection, connectionName: name, role, model, jobRunId, signal: input.signal },
    ...{ price: prices[model] ?? null, freshSince: run?.createdAt ?? new Date() },
    ...{ settings, replayOfId: input.replayOfId ?? null },
    onCall: (call) => count(tally, call),
  }
  return {
    width: connection.pace.concurrency * 2,
    tally: () => structuredClone(tally),
    async ask<In, Out>(prompt: Prompt<In, Out>, asked: In, options: AskOptions) {
      const said = await runTurns(session, { prompt, input: asked, ...options })
      tally.byOutcome[said.outcome] = (tally.byOutcome[said.outcome] ?? 0) + 1
      return said
    },
  }
}

function count(tally: Tally, call: Stored<unknown>): void {
  if (call.callId === null) return
  tally.calls++
  if (call.fromStore) tally.fromStore++
  else if (call.kind !== 'failed') tally.paid++
  tally.cost += call.cost
  if (call.fromStore || !call.tokens) return
  tally.tokens.prompt += call.tokens.prompt
  tally.tokens.completion += call.tokens.completion
}
