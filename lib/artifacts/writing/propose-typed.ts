import { libraryKinds } from '@/lib/artifacts/model'
import { type NextText, proposeNext } from '@/lib/artifacts/writing/propose-next'
import type { WrittenDraft } from '@/lib/artifacts/writing/schema'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'

/**
 * Puts a text in the queue that a reviewer had typed over a draft when others decided it: so that it is not lost, and decided by
 * others like every draft. `base` is the version that it was merged with.
 */
export async function proposeTyped(
  actor: ProjectActor,
  input: NextText & { base: string },
): Promise<WrittenDraft> {
  if (actor.kind !== 'person')
    throw new AppError('forbidden', 'Only a person types a text at the desk.', { reason: 'not-a-person' })
  return proposeNext(actor, input, libraryKinds)
}
