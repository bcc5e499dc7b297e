import { handleSignedIn } from '@/app/api/handle'
import { createProject } from '@/lib/projects/create-project'
import { listProjects } from '@/lib/projects/queries'
import { createProjectEndpoint, listProjectsEndpoint } from '@/lib/projects/schema'

export const GET = handleSignedIn(listProjectsEndpoint, (actor) => listProjects(actor))

export const POST = handleSignedIn(createProjectEndpoint, (actor, { body }) => createProject(actor, body))
