import type { ArtifactKind, Author } from '@/lib/artifacts/model'
import { sql, type Tx } from '@/lib/platform/db'

/** Which calls a draft was made from, in their order. Nothing of the miner's. */
export type Origin = { callIds: readonly string[] }

/**
 * Keeps who drafted a version and from which calls, in the transaction that makes it. The last call names prompt and model. One call may
 * bring several drafts: its price is the first one's, so that the prices of drafts add up to what was paid.
 */
export async function recordOrigin(
  tx: Tx,
  of: {
    versionId: string
    artifact: { projectId: string; corpusId: string | null; kind: ArtifactKind }
    author: Author
    origin?: Origin | undefined
  },
): Promise<void> {
  const { versionId, artifact, author } = of
  const callIds = [...(of.origin?.callIds ?? [])]
  if (callIds.length > 0)
    await tx.versionCall.createMany({ data: callIds.map((callId, place) => ({ versionId, callId, place })) })
  await tx.$executeRaw(sql`
    INSERT INTO draft_origin (version_id, project_id, corpus_id, kind, author_kind, author_id, model, prompt, prompt_version, cost)
    SELECT ${versionId}::uuid, ${artifact.projectId}::uuid, ${artifact.corpusId}::uuid, ${artifact.kind}, ${author.kind}, ${author.id},
      last.model, last.prompt, last.version,
      COALESCE((SELECT sum(cost) FROM model_call c WHERE c.id = ANY(${callIds}::uuid[]) AND NOT EXISTS (
        SELECT 1 FROM version_call vc WHERE vc.call_id = c.id AND vc.version_id <> ${versionId}::uuid)), 0)
    FROM (SELECT 1) one LEFT JOIN model_call last ON last.id = ${callIds.at(-1) ?? null}::uuid`)
}
