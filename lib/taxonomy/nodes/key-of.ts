import type { NodeName } from '@/lib/artifacts/kinds/node/content'
import type { Tx } from '@/lib/platform/db'

/** What a node's artifact is called in logs: its first name and where it first hung. It need only tell nodes apart. */
export async function keyOf(
  tx: Tx,
  of: { projectId: string; id: string; name: NodeName; parentId: string | null },
): Promise<string> {
  const parent = of.parentId
    ? await tx.artifact.findUnique({ where: { id: of.parentId }, select: { key: true } })
    : null
  const key = keyBelow(parent?.key ?? null, of.name)
  const taken = await tx.artifact.findFirst({
    where: { projectId: of.projectId, kind: 'node', corpusId: null, key },
    select: { id: true },
  })
  return taken ? tellApart(key, of.id) : key
}

export function keyBelow(parent: string | null, name: NodeName): string {
  const own = (name.en || name.zh).slice(0, 80)
  return parent === null ? own : `${parent.slice(0, 320)} › ${own}`
}

export function tellApart(key: string, id: string): string {
  return `${key} #${id.slice(-6)}`
}
