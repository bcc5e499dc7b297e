import { fixCountsSchema, fixStateSchema, undoable, writtenFixSchema } from '@/lib/corpora/fixes/model'
import type { CorpusFixView } from '@/lib/corpora/fixes/schema'
import { findCorpus } from '@/lib/corpora/queries'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'

const SHOWN = 200

/** The fixes of a corpus, the newest first. */
export async function listFixes(
  actor: ProjectActor,
  input: { corpus: string },
): Promise<{ items: CorpusFixView[] }> {
  const { id: corpusId } = await findCorpus(actor, input.corpus)
  const rows = await db.corpusFix.findMany({ where: { corpusId }, orderBy: { number: 'desc' }, take: SHOWN })
  const fixes = rows.map((row) => ({ ...row, fix: writtenFixSchema.parse(row.fix) }))
  const people = await db.user.findMany({
    where: { id: { in: rows.map(({ createdById }) => createdById) } },
    select: { id: true, name: true },
  })
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  const newest = undoable(fixes)
  const isOpen = fixes.some(({ state }) => state === 'open')
  const undone = new Set(
    fixes.flatMap(({ fix, state }) => (fix.kind === 'undo' && state === 'done' ? [fix.number] : [])),
  )
  return {
    items: fixes.map((row) => ({
      number: row.number,
      fix: row.fix,
      state: fixStateSchema.parse(row.state),
      counts: fixCountsSchema.parse(row.counts),
      by: nameOf.get(row.createdById) ?? row.createdById,
      createdAt: row.createdAt.toISOString(),
      finishedAt: row.finishedAt?.toISOString() ?? null,
      undone: undone.has(row.number),
      canUndo: !isOpen && row.number === newest?.number,
    })),
  }
}
