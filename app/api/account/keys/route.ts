import { handleSignedIn } from '@/app/api/handle'
import { readKeys } from '@/lib/reviews/keys/queries'
import { remapKeys } from '@/lib/reviews/keys/remap-keys'
import { readKeysEndpoint, remapKeysEndpoint } from '@/lib/reviews/keys/schema'

export const GET = handleSignedIn(readKeysEndpoint, (actor) => readKeys(actor))

export const PATCH = handleSignedIn(remapKeysEndpoint, (actor, { body }) => remapKeys(actor, body))
