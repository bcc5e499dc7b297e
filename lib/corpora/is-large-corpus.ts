import { db } from '@/lib/platform/db'

const MANY_INSTANCES = 20_000
const MANY_BYTES = 20_000_000

/** Does work on a corpus take so much memory and time that it is worth a process of its own? */
export async function isLargeCorpus({ corpusId }: { corpusId: string }): Promise<boolean> {
  const corpus = await db.corpus.findUnique({
    where: { id: corpusId },
    select: { instanceCount: true, fileBytes: true },
  })
  return corpus !== null && (corpus.instanceCount > MANY_INSTANCES || corpus.fileBytes > MANY_BYTES)
}
