import { handleInProject } from '@/app/api/handle'
import { resumeJob } from '@/lib/projects/resume-job'
import { resumeJobEndpoint } from '@/lib/projects/schema'

export const POST = handleInProject(resumeJobEndpoint, (actor, { params }) => resumeJob(actor, params))
