import { type NextText, proposeNext } from '@/lib/artifacts/writing/propose-next'
import { writtenKinds } from '@/lib/artifacts/writing/propose-written'
import type { WrittenDraft } from '@/lib/artifacts/writing/schema'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Changes what the library holds: its next version waits in the queue. */
export async function rewriteArtifact(actor: ProjectActor, input: NextText): Promise<WrittenDraft> {
  requireRole(actor, 'lead')
  return proposeNext(actor, input, writtenKinds)
}
