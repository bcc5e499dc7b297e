import { z } from 'zod'
import { PASSWORD_MAX, PASSWORD_MIN, PERSON_NAME_MAX } from '@/lib/people/model'
import { defineEndpoint, idSchema, projectParams } from '@/lib/platform/schema'
import { roleSchema } from '@/lib/projects/model'

export const accountSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  isAdmin: z.boolean(),
})
export type AccountView = z.infer<typeof accountSchema>

const personNameSchema = z.string().trim().min(1).max(PERSON_NAME_MAX)

/** What an account is made from. */
export const newAccountInput = z.object({
  name: personNameSchema,
  email: z.email().max(254),
  password: z.string().min(PASSWORD_MIN).max(PASSWORD_MAX),
})

export const signInEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in with e-mail and password; sets the session cookie',
  access: 'public',
  body: z.object({ email: z.email().max(254), password: z.string().min(1).max(200) }),
  response: accountSchema,
})

export const readSessionEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/session',
  summary: 'Who is calling',
  access: 'signed-in',
  response: accountSchema.extend({ via: z.enum(['session', 'token']) }),
})

export const signOutEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/session',
  summary: 'Sign out; the session ends on the server',
  access: 'signed-in',
  sessionOnly: true,
})

export const renameAccountEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/api/account',
  summary: 'Change the name that others see beside what the caller decides',
  access: 'signed-in',
  sessionOnly: true,
  body: z.object({ name: personNameSchema }),
  response: accountSchema,
})

const invitationLinkParams = z.object({ token: z.string().min(10).max(100) })

/** What an unused link tells before an account exists. */
export const readInvitationEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/invitations/{token}',
  summary: 'What a one-time link is for: the first account, or a place in a project',
  access: 'public',
  params: invitationLinkParams,
  response: z.object({
    kind: z.enum(['first-account', 'member']),
    projectName: z.string().nullable(),
    role: roleSchema,
    invitedBy: z.string().nullable(),
    expiresAt: z.iso.datetime(),
  }),
})

export const acceptInvitationEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/invitations/{token}/accept',
  summary: 'Make the account that the link allows and sign in; a signed-in person joins the project instead',
  access: 'public',
  params: invitationLinkParams,
  body: newAccountInput.partial(),
  response: accountSchema.extend({ projectSlug: z.string().nullable() }),
})

export const invitationSchema = z.object({
  id: idSchema,
  role: roleSchema,
  note: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  state: z.enum(['open', 'accepted', 'revoked', 'expired']),
  acceptedBy: z.string().nullable(),
})
export type InvitationView = z.infer<typeof invitationSchema>

export const listInvitationsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/invitations',
  summary: 'Invitations of the project, newest first',
  access: 'project:admin',
  params: projectParams,
  response: z.object({ items: z.array(invitationSchema) }),
})

export const inviteEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/invitations',
  summary: 'Make a one-time link into the project; the link is shown this once',
  access: 'project:admin',
  sessionOnly: true,
  params: projectParams,
  body: z.object({ role: roleSchema, note: z.string().trim().max(200).default('') }),
  response: invitationSchema.extend({ path: z.string() }),
})

export const revokeInvitationEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/projects/{project}/invitations/{invitation}',
  summary: 'Make an unused link useless',
  access: 'project:admin',
  sessionOnly: true,
  params: projectParams.extend({ invitation: idSchema }),
})

export const tokenSchema = z.object({
  id: idSchema,
  name: z.string(),
  lastFour: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
})
export type TokenView = z.infer<typeof tokenSchema>

export const listTokensEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/account/tokens',
  summary: "The caller's own API tokens",
  access: 'signed-in',
  sessionOnly: true,
  response: z.object({ items: z.array(tokenSchema) }),
})

export const createTokenEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/account/tokens',
  summary: 'Make an API token; it is shown this once and stored hashed',
  access: 'signed-in',
  sessionOnly: true,
  body: z.object({
    name: z.string().trim().min(1).max(80),
    expiresInDays: z.number().int().min(1).max(3650).nullable().default(null),
  }),
  response: tokenSchema.extend({ token: z.string() }),
})

export const revokeTokenEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/account/tokens/{token}',
  summary: 'Revoke an API token',
  access: 'signed-in',
  sessionOnly: true,
  params: z.object({ token: idSchema }),
})
