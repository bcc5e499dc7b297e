import { handleInProject } from '@/app/api/handle'
import { draftFormats } from '@/lib/artifacts/draft-formats'
import { draftFormatsEndpoint } from '@/lib/artifacts/schema'

export const POST = handleInProject(draftFormatsEndpoint, (actor, { body }) => draftFormats(actor, body))
