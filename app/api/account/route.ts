import { handleSignedIn } from '@/app/api/handle'
import { renameAccount } from '@/lib/people/rename-account'
import { renameAccountEndpoint } from '@/lib/people/schema'

export const PATCH = handleSignedIn(renameAccountEndpoint, (actor, { body }) => renameAccount(actor, body))
