import type { NodeEvidence } from '@/lib/artifacts/kinds/node/evidence'
import type { Json, Tx } from '@/lib/platform/db'

/** Nodes that models named, each with what it was made from. */
export type NamedNode = { nodeId: string; evidence: NodeEvidence; callIds: string[] }

/** Keeps evidence and calls of many new nodes. A call that named several is the first one's price, so that prices add up to what was paid. */
export async function keepOrigins(tx: Tx, nodes: readonly NamedNode[]): Promise<void> {
  const rows = await tx.taxonomyNode.findMany({
    where: { id: { in: nodes.map(({ nodeId }) => nodeId) } },
    select: { id: true, versionId: true },
  })
  const versions = new Map(rows.map(({ id, versionId }) => [id, versionId!]))
  const named = nodes.map((node) => ({ ...node, versionId: versions.get(node.nodeId)! }))
  const callIds = [...new Set(named.flatMap((node) => node.callIds))]
  const calls = await tx.modelCall.findMany({
    where: { id: { in: callIds } },
    select: { id: true, model: true, prompt: true, version: true, cost: true },
  })
  const byId = new Map(calls.map((call) => [call.id, call]))
  const paid = await tx.versionCall.findMany({
    where: { callId: { in: callIds } },
    distinct: ['callId'],
    select: { callId: true },
  })
  const counted = new Set(paid.map(({ callId }) => callId))
  const origins = named.map(({ versionId, callIds: own }) => {
    const last = byId.get(own.at(-1) ?? '')
    const fresh = own.filter((id) => !counted.has(id))
    for (const id of fresh) counted.add(id)
    const cost = fresh.reduce((sum, id) => sum + (byId.get(id)?.cost ?? 0n), 0n)
    return {
      versionId,
      model: last?.model ?? '',
      prompt: last?.prompt ?? '',
      version: last?.version ?? 0,
      cost,
    }
  })
  await tx.evidence.createMany({
    data: named.map(({ versionId, evidence }) => ({ versionId, content: evidence as Json })),
  })
  await tx.versionCall.createMany({
    data: named.flatMap(({ versionId, callIds: own }) =>
      own.map((callId, place) => ({ versionId, callId, place })),
    ),
  })
  await tx.$executeRaw`
    UPDATE draft_origin o SET model = one.model, prompt = one.prompt, prompt_version = one.version, cost = one.cost
    FROM unnest(${origins.map(({ versionId }) => versionId)}::uuid[], ${origins.map(({ model }) => model)}::text[],
      ${origins.map(({ prompt }) => prompt)}::text[], ${origins.map(({ version }) => version)}::int[],
      ${origins.map(({ cost }) => cost)}::bigint[]) one(version_id, model, prompt, version, cost)
    WHERE o.version_id = one.version_id`
}
