import type { Tx } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'

/** Lets a run be exported. The caller writes the audit row, which says on what ground. */
export async function releaseRun(
  tx: Tx,
  actor: ProjectActor,
  given: { run: { id: string }; how: 'accepted' | 'overridden' },
): Promise<void> {
  const { run, how } = given
  await tx.run.update({
    where: { id: run.id },
    data: { releasedAt: new Date(), releasedById: actor.id, releasedHow: how },
  })
}
