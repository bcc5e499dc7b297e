import { handlePublic } from '@/app/api/handle'
import { acceptInvitation } from '@/lib/people/accept-invitation'
import { acceptInvitationEndpoint } from '@/lib/people/schema'

export const POST = handlePublic(acceptInvitationEndpoint, async (actor, { request, params, body }) => {
  const accepted = await acceptInvitation(actor, { ...params, ...body }, request.headers)
  const { account, projectSlug, cookies } = accepted
  return Response.json({ ...account, projectSlug }, { headers: cookies })
})
