import { handleInProject } from '@/app/api/handle'
import { readVersionLinks } from '@/lib/reviews/adjudication/read-version-links'
import { readVersionLinksEndpoint } from '@/lib/reviews/adjudication/schema'

export const GET = handleInProject(readVersionLinksEndpoint, (actor, { params }) =>
  readVersionLinks(actor, params),
)
