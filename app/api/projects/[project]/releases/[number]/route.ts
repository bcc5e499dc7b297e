import { handleInProject } from '@/app/api/handle'
import { readRelease } from '@/lib/library/queries'
import { readReleaseEndpoint } from '@/lib/library/schema'

export const GET = handleInProject(readReleaseEndpoint, (actor, { params }) => readRelease(actor, params))
