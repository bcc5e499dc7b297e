import { handleInProject } from '@/app/api/handle'
import { revokeInvitation } from '@/lib/people/revoke-invitation'
import { revokeInvitationEndpoint } from '@/lib/people/schema'

export const DELETE = handleInProject(revokeInvitationEndpoint, async (actor, { params }) => {
  await revokeInvitation(actor, params)
  return {}
})
