import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { claimInvitation } from '@/lib/people/claim-invitation'
import { normalEmail } from '@/lib/people/model'
import { openSession } from '@/lib/people/open-session'
import { type AccountView, newAccountInput } from '@/lib/people/schema'
import { audit } from '@/lib/platform/audit'
import { passwordHash } from '@/lib/platform/auth'
import { db, isUniqueViolation, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { Actor } from '@/lib/platform/model'
import { joinProject } from '@/lib/projects/join-project'
import { roleSchema } from '@/lib/projects/model'

export type Accepted = { account: AccountView; projectSlug: string | null; cookies: Headers }
type Input = { token: string; name?: string; email?: string; password?: string }
type Claimed = Awaited<ReturnType<typeof claimInvitation>>

/**
 * Uses a one-time link. A signed-in person joins the link's project; anybody else gets the account that it allows, and a
 * session. All in one transaction: of two people with one link one wins, and a failure leaves the link unused.
 */
export async function acceptInvitation(actor: Actor | null, input: Input, from: Headers): Promise<Accepted> {
  if (actor && actor.via !== 'session')
    throw new AppError('forbidden', 'Only a person in the browser can use an invitation.', {
      reason: 'session-only',
    })
  return actor ? joinByLink(actor, input) : createByLink(input, from)
}

function joinByLink(actor: Actor, input: Input): Promise<Accepted> {
  return db.$transaction(async (tx) => {
    const invitation = await claimInvitation(tx, input.token, actor.id)
    if (!invitation.project)
      throw new AppError('conflict', 'There is an account already: yours.', { reason: 'first-account-made' })
    await enter(tx, actor, invitation)
    const { id, name, email, isAdmin } = await tx.user.findUniqueOrThrow({ where: { id: actor.id } })
    return {
      account: { id, name, email, isAdmin },
      projectSlug: invitation.project.slug,
      cookies: new Headers(),
    }
  })
}

async function createByLink(input: Input, from: Headers): Promise<Accepted> {
  const given = parseAccount(input)
  const email = normalEmail(given.email)
  const password = await passwordHash(given.password)
  try {
    return await db.$transaction(async (tx) => {
      const id = randomUUID()
      const invitation = await claimInvitation(tx, input.token, id)
      const isAdmin = invitation.project === null
      const actor: Actor = { kind: 'person', id, name: given.name, isAdmin, via: 'session' }
      await createAccount(tx, actor, { email, password, invitationId: invitation.id })
      await enter(tx, actor, invitation)
      const opened = await openSession(tx, { email, from })
      return { ...opened, projectSlug: invitation.project?.slug ?? null }
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new AppError(
      'conflict',
      'There is an account with this e-mail already. Sign in with it, then open the link again; it is still good.',
      { reason: 'email-taken' },
    )
  }
}

async function createAccount(
  tx: Tx,
  actor: Actor,
  input: { email: string; password: string; invitationId: string },
): Promise<void> {
  const { id, name, isAdmin } = actor
  await tx.user.create({ data: { id, name, email: input.email, isAdmin, kind: 'person' } })
  await tx.account.create({
    data: {
      id: randomUUID(),
      accountId: id,
      providerId: 'credential',
      userId: id,
      password: input.password,
    },
  })
  await audit(tx, actor, {
    action: 'account.created',
    subjectKind: 'user',
    subjectId: id,
    data: { isAdmin, invitationId: input.invitationId },
  })
}

/** The first account becomes admin of what is there already: the example project. */
async function enter(tx: Tx, actor: Actor, invitation: Claimed): Promise<void> {
  if (invitation.project)
    return joinProject(tx, actor, {
      projectId: invitation.project.id,
      role: roleSchema.parse(invitation.role),
      invitationId: invitation.id,
    })
  for (const { id } of await tx.project.findMany({ select: { id: true } }))
    await joinProject(tx, actor, { projectId: id, role: 'admin', invitationId: invitation.id })
}

function parseAccount(input: Input) {
  const result = newAccountInput.safeParse(input)
  if (result.success) return result.data
  const issues = result.error.issues.map((issue) => ({
    path: ['body', ...issue.path].join('.'),
    message: issue.message,
  }))
  throw new AppError('invalid', `To make an account: ${z.prettifyError(result.error)}`, {
    reason: 'invalid-input',
    issues,
  })
}
