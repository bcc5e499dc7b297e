import {
  type Arm,
  type ArmFate,
  type ArmName,
  armNameSchema,
  armSchema,
  betterOf,
  comparisonStateSchema,
  signTest,
} from '@/lib/artifacts/comparisons/model'
import type { ArmFigures, ComparisonResult, ComparisonView } from '@/lib/artifacts/comparisons/schema'
import { rolesSchema } from '@/lib/connections/model'
import { CURSOR_ID, cutPage, parseCursor } from '@/lib/platform/cursor'
import { db, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

type Row = NonNullable<Awaited<ReturnType<typeof db.comparison.findUnique>>>

export async function findComparison(actor: ProjectActor, id: string, within: Tx = db): Promise<Row> {
  const row = await within.comparison.findFirst({ where: { id, projectId: actor.project.id } })
  if (row) return row
  throw new AppError('not_found', 'There is no such comparison in this project.', {
    reason: 'comparison-unknown',
  })
}

export async function listComparisons(
  actor: ProjectActor,
  input: { cursor?: string; limit?: number },
): Promise<{ items: ComparisonView[]; nextCursor: string | null }> {
  requireRole(actor, 'lead')
  const limit = input.limit ?? 50
  const before = input.cursor ? parseCursor(new RegExp(`^${CURSOR_ID}$`), input.cursor)[0] : undefined
  const rows = await db.comparison.findMany({
    where: { projectId: actor.project.id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    ...(before && { cursor: { id: before }, skip: 1 }),
  })
  const page = cutPage(rows, limit, ({ id }) => id)
  const items = await Promise.all(page.items.map(async (row) => viewOf(actor, row, await readDrafts(row.id))))
  return { items, nextCursor: page.nextCursor }
}

/** How far it is; what it found and which draft was whose once it is closed. */
export async function readComparison(
  actor: ProjectActor,
  input: { comparison: string },
): Promise<
  ComparisonView & {
    items: {
      label: string
      arm: ArmName
      versionId: string
      state: string
      editDistance: number | null
    }[]
  }
> {
  requireRole(actor, 'lead')
  const row = await findComparison(actor, input.comparison)
  const drafts = await readDrafts(row.id)
  const view = await viewOf(actor, row, drafts)
  const items = view.state === 'closed' ? drafts : []
  return {
    ...view,
    items: items.map(({ label, arm, versionId, verdict, distance }) => ({
      ...{ label, arm, versionId, state: verdict ?? 'undecided' },
      editDistance: verdict === 'approve' ? 0 : distance,
    })),
  }
}

type Draft = {
  label: string
  arm: ArmName
  versionId: string
  verdict: 'approve' | 'edit' | 'reject' | null
  distance: number | null
  elapsedMs: number | null
  cost: number
}

/** Every draft that is settled with the last decision that settled it so, as it stands. */
async function readDrafts(comparisonId: string): Promise<Draft[]> {
  const rows = await db.$queryRaw<Draft[]>`
    SELECT cd.label, cd.arm, cd.version_id AS "versionId", d.verdict, m.distance,
      d.elapsed_ms AS "elapsedMs", COALESCE(c.cost, 0)::float8 AS cost
    FROM comparison_draft cd
      LEFT JOIN LATERAL (SELECT sum(c.cost) AS cost FROM version_call vc JOIN model_call c ON c.id = vc.call_id
        WHERE vc.version_id = cd.version_id) c ON true
      LEFT JOIN LATERAL (
        SELECT d.verdict, d.elapsed_ms, d.result_version_id
        FROM decision d JOIN draft w ON w.version_id = d.version_id LEFT JOIN draft rw ON rw.version_id = d.result_version_id
        WHERE d.version_id = cd.version_id
          AND (CASE d.verdict WHEN 'edit' THEN rw.settled_at IS NOT NULL WHEN 'reject' THEN w.state = 'rejected'
            WHEN 'approve' THEN w.settled_at IS NOT NULL AND w.state IN ('approved', 'superseded') END)
          AND NOT EXISTS (SELECT 1 FROM decision u WHERE u.undoes_id = d.id)
        ORDER BY d.number DESC LIMIT 1) d ON true
      LEFT JOIN edit_measure m ON m.version_id = d.result_version_id
    WHERE cd.comparison_id = ${comparisonId}::uuid ORDER BY cd.label, cd.arm`
  return rows.map((row) => ({ ...row, arm: armNameSchema.parse(row.arm) }))
}

async function viewOf(actor: ProjectActor, row: Row, drafts: readonly Draft[]): Promise<ComparisonView> {
  const { id, corpusId, labels, jobId } = row
  const state = comparisonStateSchema.parse(row.state)
  const corpus = await db.corpus.findUniqueOrThrow({ where: { id: corpusId }, select: { name: true } })
  return {
    ...{ id, corpusId, corpusName: corpus.name, state, labels, jobId },
    a: await shownArm(actor, armSchema.parse(row.a)),
    b: await shownArm(actor, armSchema.parse(row.b)),
    drafts: drafts.length,
    decided: drafts.filter(({ verdict }) => verdict).length,
    result: state === 'closed' ? resultOf(labels, drafts) : null,
    createdAt: row.createdAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
  }
}

async function shownArm(actor: ProjectActor, arm: Arm): Promise<ComparisonView['a']> {
  const row = await db.modelConnection.findFirst({
    where: { id: arm.connectionId, projectId: actor.project.id },
  })
  const model = arm.model ?? (row ? rolesSchema.parse(row.roles).drafter?.model : undefined)
  return { ...arm, connection: row?.name ?? '', model: model ?? '' }
}

/** The figures of both, and of labels with both drafts decided which fared better. */
export function resultOf(
  labels: readonly string[],
  drafts: readonly Omit<Draft, 'versionId'>[],
): ComparisonResult {
  const of = (arm: ArmName) => drafts.filter((draft) => draft.arm === arm)
  const pairs = { a: 0, b: 0, ties: 0 }
  for (const label of labels) {
    const fate = (arm: ArmName) => fateOf(drafts.find((one) => one.label === label && one.arm === arm))
    const better = betterOf(fate('a'), fate('b'))
    if (better) pairs[better === 'tie' ? 'ties' : better]++
  }
  return {
    a: figuresOf(of('a'), labels.length),
    b: figuresOf(of('b'), labels.length),
    pairs,
    p: signTest({ wins: pairs.a, losses: pairs.b }),
  }
}

function fateOf(draft: Pick<Draft, 'verdict' | 'distance'> | undefined): ArmFate {
  if (!draft?.verdict) return { fate: 'undecided' }
  if (draft.verdict === 'reject') return { fate: 'rejected' }
  return { fate: 'accepted', distance: draft.verdict === 'edit' ? (draft.distance ?? 0) : 0 }
}

function figuresOf(drafts: readonly Omit<Draft, 'versionId'>[], asked: number): ArmFigures {
  const count = (verdict: Draft['verdict']) => drafts.filter((one) => one.verdict === verdict).length
  const [approved, edited, rejected] = [count('approve'), count('edit'), count('reject')]
  const decided = approved + edited + rejected
  const accepted = approved + edited
  const distance = drafts.reduce((sum, one) => sum + (one.verdict === 'edit' ? (one.distance ?? 0) : 0), 0)
  const times = drafts.flatMap(({ elapsedMs }) => (elapsedMs ? [elapsedMs] : [])).sort((x, y) => x - y)
  return {
    ...{ drafted: drafts.length, missed: asked - drafts.length, decided, approved, edited, rejected },
    acceptance: decided ? accepted / decided : null,
    editDistance: accepted ? distance / accepted : null,
    secondsPerDecision: times.length ? times[Math.floor((times.length - 1) / 2)]! / 1000 : null,
    cost: drafts.reduce((sum, one) => sum + one.cost, 0),
  }
}
