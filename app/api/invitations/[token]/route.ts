import { handlePublic } from '@/app/api/handle'
import { readInvitation } from '@/lib/people/queries'
import { readInvitationEndpoint } from '@/lib/people/schema'

export const GET = handlePublic(readInvitationEndpoint, (_anyone, { params }) => readInvitation(params))
