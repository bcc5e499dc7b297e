import { refuseOpenWork } from '@/lib/corpora/fixes/refuse-open-work'
import { corpusView, findCorpus } from '@/lib/corpora/queries'
import type { CorpusView } from '@/lib/corpora/schema'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Says whether a corpus is one that models are measured on: nothing is composed from it, and no run holds a text of it. */
export async function holdOutCorpus(
  actor: ProjectActor,
  input: { corpus: string; heldOut: boolean },
): Promise<CorpusView> {
  requireRole(actor, 'lead')
  const { id, name } = await findCorpus(actor, input.corpus)
  const { heldOut } = input
  await db.$transaction(async (tx) => {
    await refuseOpenWork(tx, { id, name })
    const { count } = await tx.corpus.updateMany({ where: { id, heldOut: !heldOut }, data: { heldOut } })
    if (count === 0) return
    const about = { subjectKind: 'corpus', subjectId: id, projectId: actor.project.id, data: { name } }
    if (heldOut) await audit(tx, actor, { action: 'corpus.held-out', ...about })
    else await audit(tx, actor, { action: 'corpus.let-in', ...about })
  })
  return corpusView(await findCorpus(actor, id))
}
