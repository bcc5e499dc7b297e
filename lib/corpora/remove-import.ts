import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { files } from '@/lib/platform/files'
import { systemActor } from '@/lib/platform/model'

/** Takes an unfinished import out again, rows and file; its name is free. Null when there is none, or it is finished. */
export async function removeImport(
  corpusId: string,
  given: { state: 'cancelled' | 'failed'; startedBy: string },
): Promise<{ instanceCount: number } | null> {
  const removed = await db.$transaction(
    async (tx) => {
      const [corpus] = await tx.corpus.findMany({ where: { id: corpusId, state: 'importing' } })
      if (!corpus) return null
      await tx.corpus.delete({ where: { id: corpusId, state: 'importing' } })
      await audit(tx, systemActor('import-corpus'), {
        action: `import.${given.state}`,
        subjectKind: 'corpus',
        subjectId: corpusId,
        projectId: corpus.projectId,
        data: { name: corpus.name, instanceCount: corpus.instanceCount, startedBy: given.startedBy },
      })
      return corpus
    },
    { timeout: 600_000 },
  )
  if (removed) await files().remove(removed.fileKey)
  return removed
}
