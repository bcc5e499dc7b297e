import { CURSOR_ID, parseCursor } from '@/lib/platform/cursor'
import { db, sql } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { Actor } from '@/lib/platform/model'
import { countStations } from '@/lib/projects/count-stations'
import {
  jobStateSchema,
  nextStep,
  openStates,
  type ProjectActor,
  passingReasons,
  type Role,
  roleAllows,
  roleSchema,
} from '@/lib/projects/model'
import { readLoopFacts } from '@/lib/projects/read-loop-facts'
import type { Activity, Home, JobView, MemberView, ProjectView } from '@/lib/projects/schema'

type Page<Item> = { items: Item[]; nextCursor: string | null }
type PageQuery = { cursor?: string; limit: number }

const PROJECTS_SHOWN = 500

/** The projects of the actor; an admin of the installation is admin of all. */
export async function listProjects(actor: Actor): Promise<{ items: ProjectView[] }> {
  const rows = await db.project.findMany({
    where: actor.isAdmin ? {} : { members: { some: { userId: actor.id } } },
    include: { members: { where: { userId: actor.id }, select: { role: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: PROJECTS_SHOWN,
  })
  const roleOf = (held: string | undefined) => (actor.isAdmin ? 'admin' : roleSchema.parse(held))
  return { items: rows.map((row) => projectView(row, roleOf(row.members[0]?.role))) }
}

export function projectView(
  row: { id: string; slug: string; name: string; description: string; createdAt: Date },
  role: Role,
): ProjectView {
  const { id, slug, name, description, createdAt } = row
  return { id, slug, name, description, role, createdAt: createdAt.toISOString() }
}

/** The loop in counts and what to do next: two queries, whatever the size of the project. */
export async function readHome(actor: ProjectActor): Promise<Home> {
  const [counts, facts] = await Promise.all([
    countStations(actor.project.id),
    readLoopFacts(actor.project.id),
  ])
  const { corpora, drafts, decisions, library, releases, exports } = counts.stations
  return {
    project: projectView(actor.project, actor.role),
    corpora: { ...corpora, instances: counts.instances },
    drafts: { ...drafts, waiting: facts.waiting },
    decisions,
    library: { ...library, unreleased: facts.unreleased },
    releases: { ...releases, latest: facts.latestRelease },
    exports: { ...exports, instructions: counts.instructions },
    next: nextStep(facts, actor.role),
  }
}

type ActivityRow = Omit<Activity, 'id' | 'at'> & { id: bigint; at: Date }

/** The audit log of the project, newest first. What would tell gold questions from drafts is for leads. */
export async function listActivity(
  actor: ProjectActor,
  input: PageQuery & { action?: string },
): Promise<Page<Activity>> {
  const before = input.cursor === undefined ? null : parseCursor(/^\d{1,18}$/, input.cursor)[0]
  const rows = await db.$queryRaw<ActivityRow[]>`
    SELECT e.id, e.at, coalesce(u.name, e.actor_id) AS actor, e.actor_kind AS "actorKind", e.via, e.action,
           e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", e.data
    FROM audit_entry e LEFT JOIN "user" u ON u.id = e.actor_id
    WHERE e.project_id = ${actor.project.id}::uuid
      ${before === null ? sql`` : sql`AND e.id < ${BigInt(before)}`}
      ${input.action ? sql`AND e.action = ${input.action}` : sql``}
      ${roleAllows(actor.role, 'lead') ? sql`` : sql`AND e.action NOT LIKE ALL (ARRAY['gold.%', 'warm-up.%'])`}
    ORDER BY e.id DESC LIMIT ${input.limit + 1}`
  return pageFrom(rows, input.limit, {
    view: (row) => ({ ...row, id: String(row.id), at: row.at.toISOString() }),
    cursor: (row) => String(row.id),
  })
}

const TIME_AND_ID = new RegExp(`^(\\d{1,15})_(${CURSOR_ID})$`)

/** Long work, newest first. A list needs no logs; `readJob` has them. */
export async function listJobs(
  actor: ProjectActor,
  input: PageQuery & { open?: 'true' | 'false'; subject?: string },
): Promise<Page<JobView>> {
  const after = input.cursor === undefined ? null : parseCursor(TIME_AND_ID, input.cursor)
  const at = after && new Date(Number(after[1]))
  const rows = await db.jobRun.findMany({
    where: {
      projectId: actor.project.id,
      partOfId: null,
      subjectId: input.subject,
      state: input.open && { [input.open === 'true' ? 'in' : 'notIn']: [...openStates] },
      OR: after && at ? [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: after[2] } }] : undefined,
    },
    omit: { log: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: input.limit + 1,
  })
  return pageFrom(rows, input.limit, {
    view: (row) => jobView({ ...row, log: [] }),
    cursor: (row) => `${row.createdAt.getTime()}_${row.id}`,
  })
}

export async function readJob(actor: ProjectActor, input: { job: string }): Promise<JobView> {
  const row = await db.jobRun.findFirst({ where: { id: input.job, projectId: actor.project.id } })
  if (row) return jobView(row)
  throw new AppError('not_found', 'There is no such job in this project.', { reason: 'job-unknown' })
}

type JobRow = NonNullable<Awaited<ReturnType<typeof db.jobRun.findFirst>>>

function jobView(row: JobRow): JobView {
  const { id, kind, subjectId, unit } = row
  return {
    ...{ id, kind, subjectId, unit },
    state: jobStateSchema.parse(row.state),
    done: Number(row.done),
    total: row.total === null ? null : Number(row.total),
    step: row.step as JobView['step'],
    log: row.log as JobView['log'],
    error: row.error as JobView['error'],
    result: row.result as JobView['result'],
    cancelAsked: row.cancelAskedAt !== null,
    canGoOn: row.state === 'failed' && row.payload !== null && passes(row.error),
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    heartbeatAt: row.heartbeatAt?.toISOString() ?? null,
  }
}

function passes(error: unknown): boolean {
  const { reason } = (error ?? {}) as { reason?: unknown }
  return passingReasons.some((one) => one === reason)
}

type MemberRow = Omit<MemberView, 'joinedAt'> & { joinedAt: Date }

export async function listMembers(actor: ProjectActor): Promise<{ items: MemberView[] }> {
  return { items: await selectMembers(actor, null) }
}

export async function readMember(actor: ProjectActor, input: { user: string }): Promise<MemberView> {
  const [member] = await selectMembers(actor, input.user)
  if (member) return member
  throw new AppError('not_found', 'That person is not in this project.', { reason: 'member-unknown' })
}

/** A decision counts once while it stands: the approval that an edit writes beside itself is the same deed. */
async function selectMembers(actor: ProjectActor, user: string | null): Promise<MemberView[]> {
  const rows = await db.$queryRaw<MemberRow[]>`
    SELECT u.id AS "userId", u.name, u.email, u.kind, m.role, m.created_at AS "joinedAt",
           coalesce(d.count, 0) AS decisions
    FROM membership m JOIN "user" u ON u.id = m.user_id
    LEFT JOIN (
      SELECT reviewer_id, sum(count)::float8 AS count FROM (
        SELECT reviewer_id, count(*) FROM decision
        WHERE project_id = ${actor.project.id}::uuid AND verdict IN ('approve', 'reject') GROUP BY 1
        UNION ALL
        SELECT t.reviewer_id, -count(*) FROM decision t JOIN decision d ON d.id = t.undoes_id
        WHERE t.project_id = ${actor.project.id}::uuid AND t.undoes_id IS NOT NULL
          AND d.verdict IN ('approve', 'reject') GROUP BY 1) deeds
      GROUP BY reviewer_id) d ON d.reviewer_id = u.id
    WHERE m.project_id = ${actor.project.id}::uuid ${user === null ? sql`` : sql`AND m.user_id = ${user}`}
    ORDER BY m.created_at, u.id`
  return rows.map((row) => ({
    ...row,
    role: roleSchema.parse(row.role),
    joinedAt: row.joinedAt.toISOString(),
  }))
}

function pageFrom<Row, Item>(
  rows: Row[],
  limit: number,
  make: { view: (row: Row) => Item; cursor: (row: Row) => string },
): Page<Item> {
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { items: shown.map(make.view), nextCursor: last ? make.cursor(last) : null }
}
