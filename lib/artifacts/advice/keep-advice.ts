import { doubtByAdvice, doubtOfDraft } from '@/lib/artifacts/advice/model'
import { adviceContentSchema } from '@/lib/artifacts/advice/queries'
import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { db, type Tx } from '@/lib/platform/db'

export type KeptAdvice = {
  versionId: string
  jobId: string
  callId: string | null
  model: string
  prompt: string
  content: {
    lines: { field: string; line: number; text: string; verdict: string; why: string }[]
    overall: string
  }
}

/**
 * Keeps what a model said of a draft and, while the draft waits, lets it move in a queue that goes by doubt. It is advice: nothing is
 * decided. Once for each job; what is decided already stays where it was.
 */
export async function keepAdvice(advice: KeptAdvice): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.draftAdvice.createMany({ data: advice, skipDuplicates: true })
    if (count > 0) await weighAnew(tx, advice.versionId)
  })
}

async function weighAnew(tx: Tx, versionId: string): Promise<void> {
  // Artifact, places, draft: in the order of everybody who locks them.
  await tx.$queryRaw`
    SELECT 1 FROM artifact WHERE id = (SELECT artifact_id FROM version WHERE id = ${versionId}::uuid) FOR UPDATE`
  await tx.$queryRaw`
    SELECT 1 FROM review_slot WHERE version_id = ${versionId}::uuid AND closed_at IS NULL
    ORDER BY sort_key, number FOR UPDATE`
  const doubt = doubtOfDraft(await measuredDoubt(tx, versionId), await advisedDoubts(tx, versionId))
  await tx.$executeRaw`
    WITH weighed AS (
      UPDATE draft SET doubt = ${doubt}::float8 WHERE version_id = ${versionId}::uuid AND state = 'waiting' RETURNING *)
    UPDATE review_slot s SET sort_key = gloss_sort_key(w.kind, COALESCE((SELECT p.strategy FROM review_plan p
        WHERE p.project_id = w.project_id AND p.kind = w.kind), 'oldest'), w.position, w.doubt, w.touches, w.label)
    FROM weighed w WHERE s.version_id = w.version_id AND s.closed_at IS NULL`
}

/** How doubtful its kind finds it, by the evidence. */
async function measuredDoubt(tx: Tx, versionId: string): Promise<number | null> {
  const version = await tx.version.findUniqueOrThrow({
    where: { id: versionId },
    select: { content: true, evidence: { select: { content: true } }, artifact: true },
  })
  const kind = findKind(version.artifact.kind)
  const evidence = version.evidence ? kind.evidence.parse(version.evidence.content) : undefined
  return kind.weigh({ content: kind.content.parse(version.content), evidence, key: version.artifact.key })
    .doubt
}

/** By each model's newest word. */
async function advisedDoubts(tx: Tx, versionId: string): Promise<number[]> {
  const rows = await tx.draftAdvice.findMany({
    where: { versionId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    distinct: ['model'],
    select: { content: true },
  })
  return rows.map(({ content }) => doubtByAdvice(adviceContentSchema.parse(content).lines))
}
