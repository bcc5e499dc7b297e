import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { Actor } from '@/lib/platform/model'
import { requireSession } from '@/lib/platform/require-session'
import {
  type ChosenKeys,
  canHaveKey,
  clashOf,
  type DeskCommand,
  deskCommandNames,
  keyMapOf,
  withKeys,
} from '@/lib/reviews/keys/model'
import { readKeys } from '@/lib/reviews/keys/queries'

type Change = { [Name in DeskCommand]?: string | null | undefined }

/** Gives commands of the desk other keys, for this person on every machine. Two commands that work in one place never share one. */
export async function remapKeys(actor: Actor, input: { keys: Change }): Promise<{ keys: ChosenKeys }> {
  requireSession(actor)
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`keys ${actor.id}`}, 0))`
    const { keys: before } = await readKeys(actor, tx)
    const keys = withKeys(before, input.keys)
    refuseKeys(keys)
    if (JSON.stringify(before) === JSON.stringify(keys)) return { keys }
    await tx.keyMap.upsert({
      where: { userId: actor.id },
      create: { userId: actor.id, keys },
      update: { keys },
    })
    await audit(tx, actor, {
      action: 'keys.remapped',
      subjectKind: 'user',
      subjectId: actor.id,
      data: { before, keys },
    })
    return { keys }
  })
}

function refuseKeys(chosen: ChosenKeys): void {
  const keys = keyMapOf(chosen)
  for (const name of deskCommandNames) {
    const refusal = canHaveKey(name, keys[name])
    if (refusal) throw new AppError('invalid', `“${keys[name]}” cannot be a key of the desk.`, refusal)
    const other = clashOf(keys, name, keys[name])
    if (other)
      throw new AppError('conflict', `“${keys[name]}” would be the key of “${name}” and of “${other}”.`, {
        reason: 'key-taken',
      })
  }
}
