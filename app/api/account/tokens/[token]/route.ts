import { handleSignedIn } from '@/app/api/handle'
import { revokeToken } from '@/lib/people/revoke-token'
import { revokeTokenEndpoint } from '@/lib/people/schema'

export const DELETE = handleSignedIn(revokeTokenEndpoint, async (actor, { params }) => {
  await revokeToken(actor, params)
  return {}
})
