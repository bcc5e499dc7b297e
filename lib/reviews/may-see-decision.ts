import { sql } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { stands } from '@/lib/reviews/stands'

/**
 * True for a version `v` about which the actor learns nothing of others yet: it waits, or is an edit of what waits, they have not
 * decided it, and the plan of its kind has people decide blind.
 */
const isBlind = (actor: ProjectActor) => sql`
  EXISTS (SELECT 1 FROM draft w LEFT JOIN review_plan p ON p.project_id = w.project_id AND p.kind = w.kind
    WHERE w.version_id IN (v.id, v.parent_id) AND w.state = 'waiting' AND COALESCE(p.blind, true)
      AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.version_id = w.version_id AND d.reviewer_id = ${actor.id}
        AND d.number > w.votes_after AND d.verdict IN ('approve', 'edit', 'reject') AND ${stands}))`

/** True for a decision `d` on version `v` that the actor may see. */
export const maySeeDecision = (actor: ProjectActor) => sql`
  (d.reviewer_id = ${actor.id} OR NOT ${isBlind(actor)})`

/** True for a version `v` that the actor may see: not others' edits of what they have yet to decide. */
export const maySeeVersion = (actor: ProjectActor) => sql`
  (v.author_id = ${actor.id} OR NOT EXISTS (SELECT 1 FROM draft w WHERE w.version_id = v.parent_id AND w.state = 'waiting')
    OR NOT ${isBlind(actor)})`
