import { handleInProject } from '@/app/api/handle'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import { releaseLeases } from '@/lib/reviews/release-leases'
import { renewLeases } from '@/lib/reviews/renew-leases'
import { leaseDraftsEndpoint, releaseLeasesEndpoint, renewLeasesEndpoint } from '@/lib/reviews/schema'

export const POST = handleInProject(leaseDraftsEndpoint, (actor, { body }) => leaseDrafts(actor, body))
export const PATCH = handleInProject(renewLeasesEndpoint, (actor) => renewLeases(actor))
export const DELETE = handleInProject(releaseLeasesEndpoint, (actor) => releaseLeases(actor))
