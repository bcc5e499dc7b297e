import { db, type Tx } from '@/lib/platform/db'
import type { Actor } from '@/lib/platform/model'
import { type ChosenKeys, canHaveKey, chordSchema, deskCommandNames } from '@/lib/reviews/keys/model'

/** The keys that somebody chose. A command that is no more, or a key that it may not have any more, is as if nobody had chosen it. */
export async function readKeys(actor: Actor, within: Tx = db): Promise<{ keys: ChosenKeys }> {
  const row = await within.keyMap.findUnique({ where: { userId: actor.id } })
  const stored = (row?.keys ?? {}) as Record<string, unknown>
  const keys: ChosenKeys = {}
  for (const name of deskCommandNames) {
    const { data: key } = chordSchema.safeParse(stored[name])
    if (key && !canHaveKey(name, key)) keys[name] = key
  }
  return { keys }
}
