import type { NodeLevel, NodeName } from '@/lib/artifacts/kinds/node/content'
import { sql } from '@/lib/platform/db'
import { type ProjectActor, roleAllows } from '@/lib/projects/model'
import { namesOf } from '@/lib/reviews/model'
import { maysOwn } from '@/lib/reviews/read-standing'
import { stands } from '@/lib/reviews/stands'
import type { NodeState } from '@/lib/taxonomy/model'
import type { NodeView, TreeCounts } from '@/lib/taxonomy/schema'

export type NodeRow = TreeCounts & {
  id: string
  parentId: string | null
  path: string
  level: NodeLevel
  name: NodeName
  state: NodeState
  outOfUse: boolean
  version: NodeView['version']
  children: number
  asked: number
  blind: boolean
  keep: number
  remove: number
  mine: 'keep' | 'remove' | null
  waitsForMe: boolean
  inForceAs: NodeName | null
}

const votes = sql`decision d WHERE d.version_id = n.version_id AND d.number > w.votes_after
  AND d.verdict IN ('approve', 'edit', 'reject') AND ${stands}`

/** True for a draft `w` of a node that this actor may vote on, whether they have or not. */
const isOpenTo = (actor: ProjectActor) => sql`
  ((w.author_id IS DISTINCT FROM ${actor.id} OR ${maysOwn(actor, sql`'node'`)})
    AND (w.assigned_to = '{}' OR ${roleAllows(actor.role, 'lead')} OR w.assigned_to && ${namesOf(actor)}::text[]))`

/** True for a node `n` below a removed one. */
const isOutOfUse = sql`
  EXISTS (SELECT 1 FROM taxonomy_node up WHERE up.project_id = n.project_id AND up.state = 'removed' AND up.path = ANY(
    ARRAY[left(n.path, length(n.path) - 6), left(n.path, length(n.path) - 12), left(n.path, length(n.path) - 18)]))`

/** True for a node `n` whose newest version's draft is `w` that waits for this actor's vote, where it waits at all. */
export const forMe = (actor: ProjectActor) => sql`
  (NOT EXISTS (SELECT 1 FROM ${votes} AND d.reviewer_id = ${actor.id}) AND ${isOpenTo(actor)} AND NOT ${isOutOfUse})`

/** What is read beside a node `n`: its newest version, that one's draft and votes, and the plan of nodes. */
export const besideNode = (actor: ProjectActor) => sql`
  JOIN version v ON v.id = n.version_id JOIN draft w ON w.version_id = n.version_id
  LEFT JOIN review_plan p ON p.project_id = ${actor.project.id}::uuid AND p.kind = 'node'
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE d.verdict <> 'reject')::int AS keep, count(*) FILTER (WHERE d.verdict = 'reject')::int AS remove,
      max(CASE WHEN d.reviewer_id <> ${actor.id} THEN NULL WHEN d.verdict = 'reject' THEN 'remove' ELSE 'keep' END) AS mine
    FROM ${votes}) tally
  CROSS JOIN LATERAL (SELECT ${isOutOfUse} AS "outOfUse") place`

/** The columns of a node `n` with what is beside it. */
export const shownNode = (actor: ProjectActor) => sql`
  n.id, n.parent_id AS "parentId", n.path, n.level, json_build_object('en', n.name_en, 'zh', n.name_zh) AS name, n.state,
  place."outOfUse", json_build_object('id', v.id, 'number', v.number, 'contentHash', v.content_hash) AS version,
  n.children, n.nodes, n.kept, n.removed, n.waiting, n.disputed, n.used, w.overlap AS asked, COALESCE(p.blind, true) AS blind,
  tally.keep, tally.remove, tally.mine,
  (n.state = 'waiting' AND tally.mine IS NULL AND NOT place."outOfUse" AND ${isOpenTo(actor)}) AS "waitsForMe",
  CASE WHEN n.kept_id <> n.version_id THEN (SELECT k.content->'name' FROM version k WHERE k.id = n.kept_id) END AS "inForceAs"`

/** A node as the caller may see it: how others voted only after their own vote, or once that is settled. */
export function nodeView(row: NodeRow): NodeView {
  const { nodes, kept, removed, waiting, disputed, used, asked, keep, remove, blind, ...shown } = row
  const isSeen = !blind || shown.mine !== null || shown.state !== 'waiting'
  return {
    ...shown,
    below: { nodes, kept, removed, waiting, disputed, used },
    votes: { asked, cast: keep + remove, keep: isSeen ? keep : null, remove: isSeen ? remove : null },
  }
}
