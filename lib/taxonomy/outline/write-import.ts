import type { Author } from '@/lib/artifacts/model'
import { proposeMany } from '@/lib/artifacts/propose-many'
import type { Tx } from '@/lib/platform/db'
import { timeId } from '@/lib/platform/time-id'
import { tellApart } from '@/lib/taxonomy/nodes/key-of'
import type { ImportPlan, PlannedNode } from '@/lib/taxonomy/outline/plan-import'

const AT_ONCE = 2000

/** Writes what a plan adds, in the caller's transaction, in which nobody else changes the tree. */
export async function writeImport(
  tx: Tx,
  author: Author,
  of: { projectId: string; plan: ImportPlan; onWritten?: (done: number) => Promise<void> },
): Promise<void> {
  const { projectId, plan, onWritten } = of
  for (let from = 0; from < plan.added.length; from += AT_ONCE) {
    const nodes = plan.added.slice(from, from + AT_ONCE)
    await writeNodes(tx, author, { projectId, nodes })
    await onWritten?.(from + nodes.length)
  }
  const grown = [...plan.grown]
  await tx.$executeRaw`
    SELECT gloss_add_up_nodes(array_agg(ROW(id, children, nodes, 0, 0, nodes, 0, 0)::gloss_node_delta))
    FROM unnest(${grown.map(([id]) => id)}::uuid[], ${grown.map(([, { children }]) => children)}::int[],
      ${grown.map(([, { nodes }]) => nodes)}::int[]) one(id, children, nodes)`
}

async function writeNodes(
  tx: Tx,
  author: Author,
  { projectId, nodes }: { projectId: string; nodes: readonly PlannedNode[] },
): Promise<void> {
  const keys = await freeKeys(tx, projectId, nodes)
  const drafts = nodes.map(({ id, level, name, note }, at) => ({
    ...{ artifactId: id, versionId: timeId(), key: keys[at]! },
    content: { level, name, note },
  }))
  await proposeMany(tx, author, { projectId, kind: 'node', taskForm: 'general', drafts })
  await tx.$executeRaw`
    INSERT INTO taxonomy_node (id, project_id, parent_id, level, path, name_en, name_zh, version_id, children, nodes, waiting)
    SELECT id, ${projectId}::uuid, parent_id, level, path, name_en, name_zh, version_id, children, nodes, nodes
    FROM unnest(${nodes.map(({ id }) => id)}::uuid[], ${nodes.map(({ parentId }) => parentId)}::uuid[],
      ${nodes.map(({ level }) => level)}::text[], ${nodes.map(({ path }) => path)}::text[],
      ${nodes.map(({ name }) => name.en)}::text[], ${nodes.map(({ name }) => name.zh)}::text[],
      ${drafts.map(({ versionId }) => versionId)}::uuid[], ${nodes.map(({ children }) => children)}::int[],
      ${nodes.map((node) => node.nodes)}::int[])
      one(id, parent_id, level, path, name_en, name_zh, version_id, children, nodes)`
}

/** Keys that no artifact of the project has: one that moved away keeps the key of where it first hung. */
async function freeKeys(tx: Tx, projectId: string, nodes: readonly PlannedNode[]): Promise<string[]> {
  const rows = await tx.artifact.findMany({
    where: { projectId, kind: 'node', corpusId: null, key: { in: nodes.map(({ key }) => key) } },
    select: { key: true },
  })
  const taken = new Set(rows.map(({ key }) => key))
  return nodes.map(({ id, key }) => {
    const free = taken.has(key) ? tellApart(key, id) : key
    taken.add(free)
    return free
  })
}
