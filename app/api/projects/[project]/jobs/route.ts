import { handleInProject } from '@/app/api/handle'
import { listJobs } from '@/lib/projects/queries'
import { listJobsEndpoint } from '@/lib/projects/schema'

export const GET = handleInProject(listJobsEndpoint, (actor, { query }) => listJobs(actor, query))
