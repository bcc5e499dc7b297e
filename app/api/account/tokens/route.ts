import { handleSignedIn } from '@/app/api/handle'
import { createToken } from '@/lib/people/create-token'
import { listTokens } from '@/lib/people/queries'
import { createTokenEndpoint, listTokensEndpoint } from '@/lib/people/schema'

export const GET = handleSignedIn(listTokensEndpoint, (actor) => listTokens(actor))

export const POST = handleSignedIn(createTokenEndpoint, (actor, { body }) => createToken(actor, body))
