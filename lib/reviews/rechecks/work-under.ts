import { sql } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import type { Reign } from '@/lib/reviews/rechecks/find-reign'
import { stands } from '@/lib/reviews/stands'

/** True for a content `scope` of a rule that speaks about a label: it names it, or names none. */
const speaksAbout = (scope: ReturnType<typeof sql>, label: string) => sql`
  (COALESCE(jsonb_array_length(${scope}->'labels'), 0) = 0 OR ${scope}->'labels' ? ${label})`

/**
 * As a query: what was settled while the old versions of a guideline were the approved ones, stands, and is about its label; and what
 * was sent back because of the new one. Decided when, and as what, is told as of then.
 */
export function workUnder(actor: ProjectActor, reign: Reign) {
  const { guideline, period, meansElse } = reign
  const { key, corpusId, versionId } = guideline
  const isAbout = sql`
    CASE a.kind
      WHEN 'rule' THEN a.corpus_id = ${corpusId}::uuid AND ${speaksAbout(sql`(v.content->'scope')`, key)}
      WHEN 'application' THEN a.corpus_id = ${corpusId}::uuid AND EXISTS (
        SELECT 1 FROM version r WHERE r.id = (v.content->>'ruleVersionId')::uuid AND ${speaksAbout(sql`(r.content->'scope')`, key)})
      WHEN 'record' THEN v.content->'provenance'->>'corpusId' = ${corpusId} AND v.content->'provenance'->'labels' ? ${key}
      ELSE false END`
  const inPeriod = period
    ? sql`w.settled_at >= ${period.from}::timestamp ${period.to ? sql`AND w.settled_at < ${period.to}::timestamp` : sql``}`
    : sql`false`
  return sql`
    SELECT w.version_id, w.kind, w.state, COALESCE(k.was_state, w.state) AS decided_as,
      COALESCE(k.was_settled_at, w.settled_at) AS decided_at, k.id AS recheck_id,
      COALESCE(k.was_votes_after, w.votes_after) AS votes_from, CASE WHEN k.id IS NOT NULL THEN w.votes_after END AS votes_to,
      CASE
        WHEN k.id IS NOT NULL THEN NULL
        WHEN EXISTS (SELECT 1 FROM version n JOIN draft nw ON nw.version_id = n.id
          WHERE n.artifact_id = a.id AND n.id <> v.id AND nw.state IN ('waiting', 'disputed')) THEN 'newer-waits'
        WHEN EXISTS (SELECT 1 FROM run_audit_record i JOIN run_audit o ON o.id = i.audit_id
          WHERE i.version_id = v.id AND o.state <> 'open') THEN 'audit-closed'
      END AS held_back
    FROM draft w JOIN version v ON v.id = w.version_id JOIN artifact a ON a.id = v.artifact_id
      LEFT JOIN recheck k ON k.version_id = w.version_id AND k.because_version_id = ${versionId}::uuid AND k.undone_at IS NULL
    WHERE w.project_id = ${actor.project.id}::uuid AND w.kind IN ('rule', 'application', 'record') AND (
      k.id IS NOT NULL OR (${meansElse} AND w.state IN ('approved', 'rejected') AND ${inPeriod} AND a.retired_at IS NULL
        AND (w.state = 'approved' OR NOT EXISTS (SELECT 1 FROM version n JOIN draft nw ON nw.version_id = n.id
          WHERE n.artifact_id = a.id AND n.number > v.number AND nw.state NOT IN ('proposed', 'superseded')))
        AND ${isAbout}))`
}

/** The names of those whose votes settled a piece of work then. */
export const decidersOf = sql`
  COALESCE((SELECT array_agg(DISTINCT p.name) FROM decision d JOIN "user" p ON p.id = d.reviewer_id
    WHERE d.version_id = work.version_id AND d.verdict IN ('approve', 'edit', 'reject') AND ${stands}
      AND d.number > work.votes_from AND (work.votes_to IS NULL OR d.number <= work.votes_to)), '{}')`
