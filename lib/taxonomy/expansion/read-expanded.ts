import { nodeContentSchema } from '@/lib/artifacts/kinds/node/content'
import { nodeEvidenceSchema } from '@/lib/artifacts/kinds/node/evidence'
import { db, sql } from '@/lib/platform/db'
import {
  type ExpandedNode,
  type ExpansionStep,
  type KnownRun,
  levelOfStep,
} from '@/lib/taxonomy/expansion/model'

type Row = {
  id: string
  key: string
  parentId: string
  content: unknown
  evidence: unknown
  above: unknown[]
  known: KnownRun[]
}
type Scope = {
  projectId: string
  step: ExpansionStep
  /** And what hangs below them; none: the whole tree. */
  nodes: readonly string[]
  /** Only such as models were asked about. */
  asked?: boolean
}

/** The nodes of a step's level that are in force with nothing removed above them, as they are in force, with the runs about each. */
export async function readExpanded(of: Scope): Promise<(ExpandedNode & { known: KnownRun[] })[]> {
  const name = (version: ReturnType<typeof sql>) => sql`${version}.content->'name'`
  const rows = await db.$queryRaw<Row[]>`
    SELECT n.id, a.key, n.parent_id AS "parentId", v.content,
      (SELECT e.content FROM evidence e JOIN version ev ON ev.id = e.version_id WHERE ev.artifact_id = n.id
        ORDER BY ev.number DESC LIMIT 1) AS evidence,
      array_remove(ARRAY[${name(sql`v3`)}, ${name(sql`v2`)}, ${name(sql`v1`)}], NULL) AS above,
      COALESCE((SELECT json_agg(json_build_object('key', r.key, 'basis', r.basis))
        FROM taxonomy_run r WHERE r.node_id = n.id AND r.step = ${of.step}), '[]'::json) AS known
    FROM taxonomy_node n JOIN artifact a ON a.id = n.id JOIN version v ON v.id = n.kept_id
      LEFT JOIN taxonomy_node u1 ON u1.id = n.parent_id LEFT JOIN version v1 ON v1.id = COALESCE(u1.kept_id, u1.version_id)
      LEFT JOIN taxonomy_node u2 ON u2.id = u1.parent_id LEFT JOIN version v2 ON v2.id = COALESCE(u2.kept_id, u2.version_id)
      LEFT JOIN taxonomy_node u3 ON u3.id = u2.parent_id LEFT JOIN version v3 ON v3.id = COALESCE(u3.kept_id, u3.version_id)
    WHERE ${inScope(of)} AND n.kept_id IS NOT NULL
      AND 'removed' NOT IN (COALESCE(u1.state, ''), COALESCE(u2.state, ''), COALESCE(u3.state, ''))
      ${of.asked ? sql`AND EXISTS (SELECT 1 FROM taxonomy_run r WHERE r.node_id = n.id AND r.step = ${of.step})` : sql``}
    ORDER BY n.path`
  return rows.map(({ content, evidence, above, ...row }) => {
    const { name, note } = nodeContentSchema.parse(content)
    const described = evidence ? nodeEvidenceSchema.parse(evidence).described : null
    return {
      ...{ ...row, name, note },
      above: above.map((one) => nodeContentSchema.shape.name.parse(one)),
      level: described?.level ?? '',
      subtopics: described?.subtopics ?? [],
    }
  })
}

/** How many nodes of the level wait for votes, and are in force under no name. */
export async function countWaiting(of: Scope): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM taxonomy_node n
    WHERE ${inScope(of)} AND n.kept_id IS NULL AND n.state IN ('waiting', 'disputed')`
  return row!.count
}

function inScope({ projectId, step, nodes }: Scope) {
  const level = sql`n.project_id = ${projectId}::uuid AND NOT n.gone AND n.level = ${levelOfStep[step]}`
  if (nodes.length === 0) return level
  return sql`${level} AND EXISTS (
    SELECT 1 FROM taxonomy_node top WHERE top.id = ANY(${[...nodes]}::uuid[]) AND top.project_id = ${projectId}::uuid
      AND n.path >= top.path AND n.path < top.path || '~')`
}
