import type { NodeLevel } from '@/lib/artifacts/kinds/node/content'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import type { NodeState } from '@/lib/taxonomy/model'
import { findFormat } from '@/lib/taxonomy/outline/formats/find-format'
import { endingOf, type OutlineFormat, type OutlineTree } from '@/lib/taxonomy/outline/model'

/** The tree as a file: all of it, or what is in use, under the names in force. It is read and written field by field. */
export async function exportTree(
  actor: ProjectActor,
  { format, which }: { format: OutlineFormat; which: 'all' | 'used' },
): Promise<{ fileName: string; body: ReadableStream<Uint8Array> }> {
  const { writeOutline } = await findFormat(format)
  const projectId = actor.project.id
  const fields = await db.taxonomyNode.findMany({
    where: { projectId, parentId: null, gone: false },
    orderBy: { path: 'asc' },
    select: { path: true },
  })
  const trees: OutlineTree[] = []
  const encoder = new TextEncoder()
  // One field is read at a time: the writer is handed the next only when it asks for it.
  const written = writeOutline({ [Symbol.iterator]: () => ({ next: takeNext }) })[Symbol.iterator]()
  function takeNext(): IteratorResult<OutlineTree> {
    const value = trees.shift()
    return value ? { done: false, value } : { done: true, value: undefined }
  }
  let at = 0
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      while (trees.length === 0 && at < fields.length)
        trees.push(...(await readField(projectId, fields[at++]!.path, which)))
      const { done, value } = written.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
  return { fileName: `${actor.project.slug}-taxonomy.${endingOf[format]}`, body }
}

type Row = {
  path: string
  level: NodeLevel
  state: NodeState
  isKept: boolean
  used: number
  content: Omit<OutlineTree, 'nodes'>
}

async function readField(projectId: string, path: string, which: 'all' | 'used'): Promise<OutlineTree[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT n.path, n.level, n.state, n.kept_id IS NOT NULL AS "isKept", n.used, v.content
    FROM taxonomy_node n JOIN version v ON v.id = CASE ${which} WHEN 'used' THEN COALESCE(n.kept_id, n.version_id) ELSE n.version_id END
    WHERE n.project_id = ${projectId}::uuid AND n.path LIKE ${`${path}%`} AND NOT n.gone ORDER BY n.path`
  const open = new Map<string, OutlineTree[]>()
  const top: OutlineTree[] = []
  for (const { path, level, state, isKept, used, content } of rows) {
    const siblings = path.length === 6 ? top : open.get(path.slice(0, -6))
    const isLeftOut = which === 'used' && (state === 'removed' || !(isKept || used > 0))
    if (!siblings || isLeftOut) continue
    const nodes: OutlineTree[] = []
    siblings.push({ level, name: content.name, note: content.note ?? '', nodes })
    open.set(path, nodes)
  }
  return top
}
