import { handleInProject } from '@/app/api/handle'
import { readJob } from '@/lib/projects/queries'
import { readJobEndpoint } from '@/lib/projects/schema'

export const GET = handleInProject(readJobEndpoint, (actor, { params }) => readJob(actor, params))
