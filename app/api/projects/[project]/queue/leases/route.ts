import { handleInProject } from '@/app/api/handle'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import { releaseLeases } from '@/lib/reviews/release-leases'
import { leaseDraftsEndpoint, releaseLeasesEndpoint } from '@/lib/reviews/schema'

export const POST = handleInProject(leaseDraftsEndpoint, (actor, { body }) => leaseDrafts(actor, body))
export const DELETE = handleInProject(releaseLeasesEndpoint, (actor) => releaseLeases(actor))
