import { linkUseless } from '@/lib/people/claim-invitation'
import { invitationState, TOKEN_PREFIX } from '@/lib/people/model'
import type { AccountView, InvitationView, TokenView } from '@/lib/people/schema'
import { sessionTokenOf } from '@/lib/platform/auth'
import { db, KEEP_PLAN } from '@/lib/platform/db'
import { sha256 } from '@/lib/platform/hash'
import type { Actor } from '@/lib/platform/model'
import { type ProjectActor, type Role, roleSchema } from '@/lib/projects/model'

/** Who sends this request: by session cookie or by `Authorization: Bearer`. Null when nobody is signed in. */
export async function actorFromHeaders(headers: Headers): Promise<Actor | null> {
  const authorization = headers.get('authorization')
  if (authorization !== null) return actorFromToken(authorization)
  const cookie = headers.get('cookie')
  if (!cookie) return null
  const token = await sessionTokenOf(cookie)
  return token === null ? null : actorFromSession(token)
}

/** Asked with every request. */
async function actorFromSession(token: string): Promise<Actor | null> {
  const [person] = await db.$queryRaw<{ id: string; name: string; isAdmin: boolean }[]>`
    ${KEEP_PLAN} SELECT u.id, u.name, u.is_admin AS "isAdmin" FROM session s JOIN "user" u ON u.id = s.user_id
    WHERE s.token = ${token} AND s.expires_at > now()::timestamp AND u.kind = 'person'`
  return person ? { kind: 'person', ...person, via: 'session' } : null
}

/** The hash is looked up whatever was sent, so that a wrong token costs as much time as a right one. */
async function actorFromToken(authorization: string): Promise<Actor | null> {
  const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''
  const row = await db.apiToken.findUnique({
    where: { tokenHash: sha256(token) },
    select: {
      id: true,
      lastUsedAt: true,
      expiresAt: true,
      revokedAt: true,
      user: { select: { id: true, name: true, kind: true, isAdmin: true } },
    },
  })
  const now = Date.now()
  const valid = row && !row.revokedAt && (!row.expiresAt || row.expiresAt.getTime() > now)
  if (!valid || !token.startsWith(TOKEN_PREFIX)) return null
  if (!row.lastUsedAt || now - row.lastUsedAt.getTime() > 60_000) await noteUse(row.id)
  const { id, name, isAdmin, kind } = row.user
  return kind === 'service'
    ? { kind, id, name, isAdmin, via: 'token' }
    : { kind: 'person', id, name, isAdmin, via: 'token' }
}

/** At most once a minute for each token, however many requests come at once. */
async function noteUse(id: string): Promise<void> {
  await db.$executeRaw`
    UPDATE api_token SET last_used_at = now()::timestamp
    WHERE id = ${id}::uuid AND (last_used_at IS NULL OR last_used_at < now()::timestamp - interval '1 minute')`
}

export async function readSession(actor: Actor): Promise<AccountView & { via: 'session' | 'token' }> {
  const { id, name, email, isAdmin } = await db.user.findUniqueOrThrow({ where: { id: actor.id } })
  return { id, name, email, isAdmin, via: actor.via === 'session' ? 'session' : 'token' }
}

export type InvitationPreview = {
  kind: 'first-account' | 'member'
  projectName: string | null
  role: Role
  invitedBy: string | null
  expiresAt: string
}

/** What an unused link is for. Whoever holds the link may know, so there is no actor. */
export async function readInvitation(input: { token: string }): Promise<InvitationPreview> {
  const row = await db.invitation.findUnique({
    where: { tokenHash: sha256(input.token) },
    include: { project: { select: { name: true } } },
  })
  if (!row || invitationState(row, new Date()) !== 'open') throw linkUseless()
  if (!row.project && (await hasAccounts())) throw linkUseless()
  const inviter = row.invitedById ? await db.user.findUnique({ where: { id: row.invitedById } }) : null
  return {
    kind: row.project ? 'member' : 'first-account',
    projectName: row.project?.name ?? null,
    role: roleSchema.parse(row.role),
    invitedBy: inviter?.name ?? null,
    expiresAt: row.expiresAt.toISOString(),
  }
}

/** Has any person an account? Service accounts do not count: they cannot sign in. */
export async function hasAccounts(): Promise<boolean> {
  return (await db.user.findFirst({ where: { kind: 'person' }, select: { id: true } })) !== null
}

const INVITATIONS_SHOWN = 200

export async function listInvitations(actor: ProjectActor): Promise<{ items: InvitationView[] }> {
  const rows = await db.invitation.findMany({
    where: { projectId: actor.project.id },
    orderBy: { createdAt: 'desc' },
    take: INVITATIONS_SHOWN,
  })
  const ids = rows.flatMap((row) => row.acceptedById ?? [])
  const people = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return { items: rows.map((row) => invitationView(row, names.get(row.acceptedById ?? '') ?? null)) }
}

export function invitationView(
  row: {
    id: string
    role: string
    note: string
    createdAt: Date
    expiresAt: Date
    acceptedAt: Date | null
    revokedAt: Date | null
  },
  acceptedBy: string | null,
): InvitationView {
  return {
    id: row.id,
    role: roleSchema.parse(row.role),
    note: row.note,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    state: invitationState(row, new Date()),
    acceptedBy,
  }
}

export async function listTokens(actor: Actor): Promise<{ items: TokenView[] }> {
  const rows = await db.apiToken.findMany({
    where: { userId: actor.id, revokedAt: null },
    orderBy: { createdAt: 'desc' },
  })
  return { items: rows.map(tokenView) }
}

export function tokenView(row: {
  id: string
  name: string
  lastFour: string
  createdAt: Date
  lastUsedAt: Date | null
  expiresAt: Date | null
}): TokenView {
  return {
    id: row.id,
    name: row.name,
    lastFour: row.lastFour,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
  }
}
