import { z } from 'zod'
import { callStored } from '@/lib/calls/call-stored'
import { readShapes } from '@/lib/calls/keep-shape'
import { callTurnSchema } from '@/lib/calls/model'
import type { Session, Stored } from '@/lib/calls/open-session'
import { messageSchema } from '@/lib/calls/schema'
import { db } from '@/lib/platform/db'

const sentSchema = z.object({
  temperature: z.number().optional(),
  topP: z.number().optional(),
  maxTokens: z.number(),
  seed: z.number().optional(),
})

/** Asks what a call asked, word for word, shape and parameters alike. Nothing, if the call is gone. */
export async function askAgain(
  session: Session,
  { callId, fresh }: { callId: string; fresh: boolean },
): Promise<Stored<unknown> | undefined> {
  const row = await db.modelCall.findFirst({
    where: { id: callId, projectId: session.projectId },
    include: { text: true, decisions: true },
  })
  if (!row?.text) return undefined
  const { candidate, wordsHash, inputHash } = row
  const parameters = sentSchema.parse(row.parameters)
  // Kept as they were sent: the seed of a further candidate is counted up when it is sent.
  if (candidate > 0 && parameters.seed !== undefined) parameters.seed -= candidate
  const output = row.shapeHash === null ? undefined : (await readShapes([row.shapeHash])).get(row.shapeHash)
  return callStored<unknown>(session, {
    ...{ prompt: `${row.prompt}@${row.version}`, wordsHash, inputHash, candidate, fresh, parameters },
    turn: callTurnSchema.parse(row.turn),
    messages: messageSchema.array().parse(row.text.messages),
    ...(output && { output }),
    input: row.text.input,
    about: { kind: row.aboutKind, corpusId: row.aboutCorpusId, key: row.aboutKey },
    decisionIds: row.decisions.map(({ decisionId }) => decisionId),
    beforeId: row.beforeId,
  })
}
