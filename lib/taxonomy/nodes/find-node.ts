import type { NodeLevel, NodeName } from '@/lib/artifacts/kinds/node/content'
import { nodeLevelSchema } from '@/lib/artifacts/kinds/node/content'
import type { Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { isSameName, mayHang, nodeStateSchema } from '@/lib/taxonomy/model'

/** A node of a project as the tree has it, which the caller holds. */
export async function findNode(tx: Tx, projectId: string, id: string) {
  const row = await tx.taxonomyNode.findFirst({ where: { id, projectId, gone: false } })
  if (!row)
    throw new AppError(
      'not_found',
      'There is no such node in the taxonomy. It may have been merged or taken back.',
      {
        reason: 'node-unknown',
      },
    )
  const { nameEn, nameZh, level, state, ...rest } = row
  return {
    ...rest,
    level: nodeLevelSchema.parse(level),
    state: nodeStateSchema.parse(state),
    name: { en: nameEn, zh: nameZh },
  }
}
export type FoundNode = Awaited<ReturnType<typeof findNode>>

/** Refuses a node where its level does not belong, and where a sibling has its name already. */
export async function refusePlace(
  tx: Tx,
  of: { projectId: string; id?: string; level: NodeLevel; name: NodeName; parent: FoundNode | null },
): Promise<void> {
  const { projectId, id, level, name, parent } = of
  if (!mayHang(level, parent?.level ?? null))
    throw new AppError(
      'invalid',
      `A ${level} does not hang ${parent ? `below a ${parent.level}` : 'at the top'}.`,
      {
        reason: 'node-level',
        params: { level, parent: parent?.level ?? 'top' },
      },
    )
  const siblings = await tx.taxonomyNode.findMany({
    where: { projectId, parentId: parent?.id ?? null, gone: false },
    select: { id: true, nameEn: true, nameZh: true },
  })
  const same = siblings.find((one) => one.id !== id && isSameName(name, { en: one.nameEn, zh: one.nameZh }))
  if (same)
    throw new AppError('conflict', `There is “${same.nameEn || same.nameZh}” already at this place.`, {
      reason: 'node-exists',
      params: { name: same.nameEn || same.nameZh },
    })
}
