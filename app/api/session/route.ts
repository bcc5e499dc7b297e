import { handlePublic, handleSignedIn } from '@/app/api/handle'
import { readSession } from '@/lib/people/queries'
import { readSessionEndpoint, signInEndpoint, signOutEndpoint } from '@/lib/people/schema'
import { signIn } from '@/lib/people/sign-in'
import { signOut } from '@/lib/people/sign-out'

export const GET = handleSignedIn(readSessionEndpoint, (actor) => readSession(actor))

export const POST = handlePublic(signInEndpoint, async (_nobody, { request, body }) => {
  const { account, cookies } = await signIn(request.headers, body)
  return Response.json(account, { headers: cookies })
})

export const DELETE = handleSignedIn(signOutEndpoint, async (actor, { request }) => {
  const { cookies } = await signOut(actor, request.headers)
  return Response.json({}, { headers: cookies })
})
