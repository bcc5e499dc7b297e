import { boundErrors } from '@/lib/artifacts/kinds/rule/evidence'
import { db, sql, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import { stands } from '@/lib/reviews/stands'
import { type AuditFigures, auditStateSchema } from '@/lib/synthesis/audits/model'
import type { AuditView } from '@/lib/synthesis/audits/schema'

const MOST_REFUSED = 100

/** The newest sample of a run, with what people found in it. */
export async function readAudit(
  actor: ProjectActor,
  input: { number: number },
): Promise<{ audit: AuditView | null }> {
  const run = await findRunToAudit(actor, input.number)
  const audits = await db.runAudit.findMany({ where: { runId: run.id }, orderBy: { orderedAt: 'desc' } })
  const newest = audits[0]
  if (!newest) return { audit: null }
  const { id, n, c, seed, reason } = newest
  const state = auditStateSchema.parse(newest.state)
  const [live, refused, waiting, people] = await Promise.all([
    tallyAudit(id),
    listRefused(id),
    db.runAuditRecord.findFirst({
      where: { auditId: id, version: { draft: { state: 'waiting' } } },
      orderBy: { position: 'asc' },
      select: { versionId: true },
    }),
    namesOf([newest.orderedById, newest.closedById]),
  ])
  // What was found when it was closed is what the run was released on.
  const { decided, rejected } = state === 'open' ? live : newest
  return {
    audit: {
      ...{ id, n, c, seed, state, reason, decided, rejected, refused },
      drawn: live.drawn,
      bound: decided > 0 ? boundErrors({ wrong: rejected, sample: decided }) : null,
      orderedBy: people(newest.orderedById),
      orderedAt: newest.orderedAt.toISOString(),
      closedBy: newest.closedById && people(newest.closedById),
      closedAt: newest.closedAt?.toISOString() ?? null,
      earlier: audits.slice(1).filter((one) => one.decided > 0).length,
      waitingVersionId: waiting?.versionId ?? null,
    },
  }
}

export type RunToAudit = {
  id: string
  number: number
  state: string
  instructionCount: number
  releasedHow: string | null
}

export async function findRunToAudit(
  actor: ProjectActor,
  number: number,
  within: Tx = db,
): Promise<RunToAudit> {
  const run = await within.run.findUnique({
    where: { projectId_number: { projectId: actor.project.id, number } },
    select: { id: true, number: true, state: true, instructionCount: true, releasedHow: true },
  })
  if (run) return run
  throw new AppError('not_found', `This project has no run ${number}.`, {
    reason: 'run-unknown',
    params: { number },
  })
}

/** How far people are with a sample. */
export async function tallyAudit(auditId: string, within: Tx = db): Promise<AuditFigures> {
  const [figures] = await within.$queryRaw<AuditFigures[]>(sql`
    SELECT count(*)::int AS drawn, count(*) FILTER (WHERE d.state IN ('approved', 'rejected'))::int AS decided,
      count(*) FILTER (WHERE d.state = 'rejected')::int AS rejected
    FROM run_audit_record r JOIN draft d ON d.version_id = r.version_id WHERE r.audit_id = ${auditId}::uuid`)
  return figures!
}

function listRefused(auditId: string): Promise<AuditView['refused']> {
  return db.$queryRaw(sql`
    SELECT r.version_id AS "versionId", v.content->>'recordId' AS "recordId", left(v.content->>'input', 300) AS input,
      left(v.content->>'output', 300) AS output, d.reason_code AS "reasonCode", d.comment, p.name AS by
    FROM run_audit_record r JOIN version v ON v.id = r.version_id
      JOIN draft w ON w.version_id = v.id AND w.state = 'rejected'
      JOIN LATERAL (SELECT * FROM decision d WHERE d.version_id = v.id AND d.verdict = 'reject' AND ${stands}
        ORDER BY d.role, d.number LIMIT 1) d ON true
      JOIN "user" p ON p.id = d.reviewer_id
    WHERE r.audit_id = ${auditId}::uuid ORDER BY r.position LIMIT ${MOST_REFUSED}`)
}

async function namesOf(ids: (string | null)[]): Promise<(id: string) => string> {
  const people = await db.user.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, name: true },
  })
  return (id) => people.find((one) => one.id === id)?.name ?? id
}
