import { handleInProject } from '@/app/api/handle'
import { cancelJob } from '@/lib/projects/cancel-job'
import { cancelJobEndpoint } from '@/lib/projects/schema'

export const POST = handleInProject(cancelJobEndpoint, (actor, { params }) => cancelJob(actor, params))
