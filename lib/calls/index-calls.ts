import { listWords } from '@/lib/calls/list-words'
import { messageSchema } from '@/lib/calls/schema'
import { db } from '@/lib/platform/db'

const AT_ONCE = 200

type Row = { id: string; projectId: string; key: string; prompt: string; messages: unknown; raw: string }

/** Writes the words of calls that are over, so that they are found. Several workers may be at it. Gives how many it wrote. */
export async function indexCalls(most = AT_ONCE): Promise<number> {
  return db.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      WITH read AS (
        DELETE FROM call_unread WHERE call_id IN (
          SELECT call_id FROM call_unread LIMIT ${most}::int FOR UPDATE SKIP LOCKED) RETURNING call_id)
      SELECT c.id, c.project_id AS "projectId", c.about_key AS key, c.prompt, t.messages, t.raw
      FROM read JOIN model_call c ON c.id = read.call_id JOIN model_call_text t ON t.call_id = c.id`
    const data = rows.map(({ id, projectId, key, prompt, messages, raw }) => {
      const asked = messageSchema.array().parse(messages)
      const texts = asked.filter(({ role }) => role === 'user').map(({ content }) => content)
      return { callId: id, projectId, words: listWords(key, prompt, raw, ...texts) }
    })
    await tx.callWords.deleteMany({ where: { callId: { in: data.map(({ callId }) => callId) } } })
    await tx.callWords.createMany({ data })
    return rows.length
  })
}
