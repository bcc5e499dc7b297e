import { type NodeName, nodeContentSchema } from '@/lib/artifacts/kinds/node/content'
import { versionViews } from '@/lib/artifacts/queries'
import { cutPage, parseCursor } from '@/lib/platform/cursor'
import { db, joinSql, sql } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import { decisionsOnArtifacts } from '@/lib/reviews/queries'
import { gramsOf, type NodeState, pathsAbove, type TreeFilter, treeChangeSchema } from '@/lib/taxonomy/model'
import { besideNode, forMe, type NodeRow, nodeView, shownNode } from '@/lib/taxonomy/nodes/show-node'
import type { FoundNodes, NodeDetail, NodeView, TaxonomyView, TreeChangeView } from '@/lib/taxonomy/schema'

const PARTS = 24

/** How large the tree is, and its fields with the largest below each. */
export async function readTaxonomy(actor: ProjectActor): Promise<TaxonomyView> {
  const project = sql`${actor.project.id}::uuid`
  const [groups, [mine]] = await Promise.all([
    db.$queryRaw<(TaxonomyView['groups'][number] & TaxonomyView['total'])[]>`
      SELECT n.id, json_build_object('en', n.name_en, 'zh', n.name_zh) AS name, n.state, n.nodes, n.kept, n.removed, n.waiting,
        n.disputed, n.used,
        COALESCE((SELECT json_agg(json_build_object('id', c.id, 'name', json_build_object('en', c.name_en, 'zh', c.name_zh),
            'state', c.state, 'nodes', c.nodes) ORDER BY c.path)
          FROM (SELECT * FROM taxonomy_node c WHERE c.parent_id = n.id AND NOT c.gone ORDER BY c.nodes DESC, c.path LIMIT ${PARTS}) c),
          '[]'::json) AS parts
      FROM taxonomy_node n WHERE n.project_id = ${project} AND length(n.path) = 6 AND n.parent_id IS NULL AND NOT n.gone ORDER BY n.path`,
    db.$queryRaw<{ waits: boolean }[]>`
      SELECT EXISTS (SELECT 1 FROM taxonomy_node n JOIN draft w ON w.version_id = n.version_id
        WHERE n.project_id = ${project} AND n.state = 'waiting' AND NOT n.gone AND ${forMe(actor)}) AS waits`,
  ])
  const own = (state: NodeState) => groups.filter((group) => group.state === state).length
  const sum = (count: keyof TaxonomyView['total']) => groups.reduce((total, group) => total + group[count], 0)
  const used = groups.reduce((total, { state, used }) => (state === 'removed' ? total : total + used), 0)
  return {
    total: {
      nodes: sum('nodes') + groups.length,
      kept: sum('kept') + own('kept'),
      removed: sum('removed') + own('removed'),
      waiting: sum('waiting') + own('waiting'),
      disputed: sum('disputed') + own('disputed'),
      used: used + own('kept'),
    },
    groups: groups.map(({ id, name, state, nodes, used, parts }) => ({
      id,
      name,
      state,
      nodes,
      used,
      parts,
    })),
    waitsForMe: mine!.waits,
  }
}

const PATH = /^(?:\d{6}){1,4}$/
const AT_ONCE = 100

/** What hangs directly below a node, or the fields. */
export async function listNodes(
  actor: ProjectActor,
  input: { parent?: string | undefined; cursor?: string | undefined; limit?: number },
): Promise<{ items: NodeView[]; nextCursor: string | null }> {
  const { parent, cursor, limit = AT_ONCE } = input
  const from = cursor ? parseCursor(PATH, cursor)[0] : ''
  const rows = await db.$queryRaw<NodeRow[]>`
    SELECT ${shownNode(actor)} FROM (
      SELECT * FROM taxonomy_node n WHERE n.project_id = ${actor.project.id}::uuid AND NOT n.gone AND n.path > ${from}
        AND ${parent ? sql`n.parent_id = ${parent}::uuid` : sql`n.parent_id IS NULL`}
      ORDER BY n.path LIMIT ${limit + 1}) n ${besideNode(actor)} ORDER BY n.path`
  const page = cutPage(rows, limit, ({ path }) => path)
  return { ...page, items: page.items.map(nodeView) }
}

const byFilter = (actor: ProjectActor): Record<TreeFilter, ReturnType<typeof sql>> => ({
  'for-me': sql`n.state = 'waiting' AND EXISTS (SELECT 1 FROM draft w WHERE w.version_id = n.version_id AND ${forMe(actor)})`,
  waiting: sql`n.state = 'waiting'`,
  disputed: sql`n.state = 'disputed'`,
  kept: sql`n.state = 'kept'`,
  removed: sql`n.state = 'removed'`,
})

/** So many nodes are walked through for what may be common. */
const STRETCH = 2000

/** Nodes by a part of their name and by how they stand, in the order of the tree, with the nodes above them. */
export async function findNodes(
  actor: ProjectActor,
  input: {
    q?: string | undefined
    filter?: TreeFilter | undefined
    cursor?: string | undefined
    limit?: number
  },
): Promise<FoundNodes> {
  const { q = '', filter, cursor, limit = AT_ONCE } = input
  const project = sql`${actor.project.id}::uuid`
  const from = cursor ? parseCursor(PATH, cursor)[0] : ''
  const text = q.toLowerCase()
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const where = [
    sql`n.project_id = ${project} AND NOT n.gone AND n.path > ${from}`,
    ...(text ? [sql`(lower(n.name_en) LIKE ${like} OR lower(n.name_zh) LIKE ${like})`] : []),
    ...(filter ? [byFilter(actor)[filter]] : []),
  ]
  const read = (source: ReturnType<typeof sql>) => db.$queryRaw<NodeRow[]>`
    SELECT ${shownNode(actor)} FROM (SELECT * FROM (${source}) n ORDER BY n.path LIMIT ${limit + 1}) n ${besideNode(actor)} ORDER BY n.path`
  const matching = sql`SELECT n.* FROM taxonomy_node n WHERE ${joinSql(where, ' AND ')}`
  const grams = gramsOf(q)
  // What is common fills a page from the next stretch of the tree. What is rare is looked up by its pieces: to walk the tree for it
  // would be to read all of it.
  const near = sql`SELECT n.* FROM (SELECT n.* FROM taxonomy_node n WHERE n.project_id = ${project} AND NOT n.gone AND n.path > ${from}
    ORDER BY n.path LIMIT ${STRETCH}) n WHERE ${joinSql(where, ' AND ')}`
  const byPieces = sql`WITH hit AS MATERIALIZED (
    ${matching} AND gloss_name_grams(n.name_en, n.name_zh) @> ${grams}::text[]) SELECT * FROM hit`
  let rows = await read(grams.length > 0 ? near : matching)
  if (grams.length > 0 && rows.length <= limit) rows = await read(byPieces)
  const page = cutPage(rows, limit, ({ path }) => path)
  const items = page.items.map(nodeView)
  return { ...page, items, above: await readAbove(actor, items) }
}

/** The nodes above these, from the top, each once. */
async function readAbove(actor: ProjectActor, nodes: readonly { path: string }[]): Promise<NodeView[]> {
  const paths = [...new Set(nodes.flatMap(({ path }) => pathsAbove(path)))]
  if (paths.length === 0) return []
  const rows = await db.$queryRaw<NodeRow[]>`
    SELECT ${shownNode(actor)} FROM taxonomy_node n ${besideNode(actor)}
    WHERE n.project_id = ${actor.project.id}::uuid AND n.path = ANY(${paths}::text[]) ORDER BY n.path`
  return rows.map(nodeView)
}

/** One node as lists show it. */
export async function readNodeView(actor: ProjectActor, id: string): Promise<NodeView> {
  const [row] = await db.$queryRaw<NodeRow[]>`
    SELECT ${shownNode(actor)} FROM taxonomy_node n ${besideNode(actor)}
    WHERE n.id = ${id}::uuid AND n.project_id = ${actor.project.id}::uuid AND NOT n.gone`
  if (row) return nodeView(row)
  throw new AppError(
    'not_found',
    'There is no such node in the taxonomy. It may have been merged or taken back.',
    {
      reason: 'node-unknown',
    },
  )
}

const AROUND = 30

/** One node with what stands around it, its versions, votes and changes. */
export async function readNode(actor: ProjectActor, input: { node: string }): Promise<NodeDetail> {
  const node = await readNodeView(actor, input.node)
  const [above, siblings, children, content, versions, decisions, changes] = await Promise.all([
    readAbove(actor, [node]),
    listNodes(actor, { parent: node.parentId ?? undefined, limit: AROUND }),
    listNodes(actor, { parent: node.id, limit: AROUND }),
    db.version.findUniqueOrThrow({ where: { id: node.version.id }, select: { content: true } }),
    readVersions(actor, node.id),
    decisionsOnArtifacts(actor, [node.id]),
    readChanges(node.id),
  ])
  return {
    node,
    above,
    content: nodeContentSchema.parse(content.content),
    siblings: siblings.items.filter(({ id }) => id !== node.id),
    children: children.items,
    ...{ versions, decisions, changes },
  }
}

/** Edits that others voted for are seen once they are settled. */
async function readVersions(actor: ProjectActor, artifactId: string) {
  const rows = await db.version.findMany({
    where: { artifactId, OR: [{ authorId: actor.id }, { draft: { state: { not: 'proposed' } } }] },
    orderBy: { number: 'desc' },
    include: {
      artifact: { select: { kind: true } },
      draft: { select: { state: true } },
      compared: { select: { comparison: { select: { state: true } } } },
    },
  })
  return versionViews(rows)
}

async function readChanges(nodeId: string): Promise<TreeChangeView[]> {
  const rows = await db.taxonomyChange.findMany({ where: { nodeId }, orderBy: { number: 'desc' }, take: 50 })
  const people = await db.user.findMany({
    where: { id: { in: rows.map(({ byId }) => byId) } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map(({ id, kind, byId, at, undoneAt, data }) => {
    const { from = null, to = null } = data as { from?: NodeName | null; to?: NodeName | null }
    return {
      ...{ id, kind: treeChangeSchema.parse(kind), by: names.get(byId) ?? byId, at: at.toISOString() },
      ...{ undone: undoneAt !== null, from, to },
    }
  })
}
