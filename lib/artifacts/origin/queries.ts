import { draftedOf, draftShare, readLine } from '@/lib/artifacts/origin/measure-edit'
import type { OriginCall, OriginView, UsedDecision } from '@/lib/artifacts/origin/schema'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'

/** Where a version comes from. Of a draft that is being compared blind nothing is told that could name its drafter. */
export async function readOrigin(actor: ProjectActor, input: { version: string }): Promise<OriginView> {
  const version = await db.version.findFirst({
    where: { id: input.version, artifact: { projectId: actor.project.id } },
    select: { id: true, measure: true, artifact: { select: { kind: true } } },
  })
  if (!version)
    throw new AppError('not_found', 'There is no such version in this project.', {
      reason: 'version-unknown',
    })
  const line = await readLine(db, version.id)
  const drafted = draftedOf(line)
  const budget = await db.budget.findUnique({ where: { projectId: actor.project.id } })
  const known = {
    draftedVersionId: drafted?.id ?? version.id,
    currency: budget?.currency ?? 'USD',
    editDistance: version.measure?.distance ?? null,
  }
  const nothing = {
    author: null,
    blind: false,
    calls: [],
    decisionsUsed: [],
    evidence: null,
    modelShare: null,
  }
  if (!drafted) return { ...nothing, ...known }
  const evidence = await readSeen(drafted.id)
  const modelShare = draftShare(version.artifact.kind, line)
  if (await isBlind(drafted.id)) return { ...nothing, ...known, blind: true, evidence, modelShare }
  return {
    ...known,
    author: { kind: drafted.authorKind, name: drafted.authorId },
    blind: false,
    calls: await readCalls(drafted.id),
    decisionsUsed: await readDecisionsUsed(drafted.id),
    evidence,
    modelShare,
  }
}

/** Is the version part of a comparison that is not over? */
async function isBlind(versionId: string): Promise<boolean> {
  const compared = await db.comparisonDraft.findUnique({
    where: { versionId },
    select: { comparison: { select: { state: true } } },
  })
  return compared !== null && compared.comparison.state !== 'closed'
}

async function readCalls(versionId: string): Promise<OriginCall[]> {
  const rows = await db.versionCall.findMany({
    where: { versionId },
    orderBy: { place: 'asc' },
    select: { call: true },
  })
  return rows.map(({ call }) => ({
    id: call.id,
    prompt: call.prompt,
    promptVersion: call.version,
    turn: call.turn,
    model: call.model,
    servedModel: call.servedModel,
    connection: call.connectionName,
    promptTokens: call.promptTokens,
    completionTokens: call.completionTokens,
    cost: Number(call.cost),
    latencyMs: call.latencyMs,
    at: call.startedAt.toISOString(),
  }))
}

async function readDecisionsUsed(versionId: string): Promise<UsedDecision[]> {
  return db.$queryRaw<UsedDecision[]>`
    SELECT DISTINCT d.id, d.verdict, d.reason_code AS "reasonCode", d.comment, a.id AS "artifactId", a.key AS "artifactKey",
      EXISTS (SELECT 1 FROM decision u WHERE u.undoes_id = d.id) AS undone
    FROM version_call vc JOIN model_call_decision cd ON cd.call_id = vc.call_id JOIN decision d ON d.id = cd.decision_id
      JOIN version v ON v.id = d.version_id JOIN artifact a ON a.id = v.artifact_id
    WHERE vc.version_id = ${versionId}::uuid ORDER BY d.id`
}

/** How much gold lay before the drafter. */
async function readSeen(versionId: string): Promise<OriginView['evidence']> {
  const row = await db.evidence.findUnique({ where: { versionId } })
  if (!row) return null
  const seen = row.content as { mentions?: unknown; instances?: unknown; figures?: { answers?: unknown } }
  const figures = row.content as { figures?: { instances?: unknown; answers?: unknown } }
  const number = (one: unknown) => (typeof one === 'number' ? one : 0)
  return {
    versionId,
    mentions: number(seen.mentions ?? figures.figures?.answers),
    instances: number(seen.instances ?? figures.figures?.instances),
  }
}
