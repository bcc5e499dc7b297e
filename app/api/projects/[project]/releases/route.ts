import { handleInProject } from '@/app/api/handle'
import { cutRelease } from '@/lib/library/releases/cut-release'
import { listReleases } from '@/lib/library/releases/queries'
import { cutReleaseEndpoint, listReleasesEndpoint } from '@/lib/library/releases/schema'

export const GET = handleInProject(listReleasesEndpoint, (actor, { query }) => listReleases(actor, query))
export const POST = handleInProject(cutReleaseEndpoint, (actor, { body }) => cutRelease(actor, body))
