import { handleInProject } from '@/app/api/handle'
import { readRelease } from '@/lib/library/releases/queries'
import { readReleaseEndpoint } from '@/lib/library/releases/schema'

export const GET = handleInProject(readReleaseEndpoint, (actor, { params }) => readRelease(actor, params))
