import { AppError } from '@/lib/platform/errors'
import type { Actor } from '@/lib/platform/model'

/** Throws unless a person in a browser acts: a token must neither make people nor tokens, and so never decide through them. */
export function requireSession(actor: Actor): void {
  if (actor.kind === 'person' && actor.via === 'session') return
  throw new AppError('forbidden', 'Only a person in the browser may do this; an API token cannot.', {
    reason: 'session-only',
  })
}
