import { handleInProject } from '@/app/api/handle'
import { invite } from '@/lib/people/invite'
import { listInvitations } from '@/lib/people/queries'
import { inviteEndpoint, listInvitationsEndpoint } from '@/lib/people/schema'

export const GET = handleInProject(listInvitationsEndpoint, (actor) => listInvitations(actor))

export const POST = handleInProject(inviteEndpoint, (actor, { body }) => invite(actor, body))
