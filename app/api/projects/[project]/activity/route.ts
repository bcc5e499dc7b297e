import { handleInProject } from '@/app/api/handle'
import { listActivity } from '@/lib/projects/queries'
import { listActivityEndpoint } from '@/lib/projects/schema'

export const GET = handleInProject(listActivityEndpoint, (actor, { query }) => listActivity(actor, query))
