import { handleInProject } from '@/app/api/handle'
import { readHome } from '@/lib/projects/queries'
import { readHomeEndpoint } from '@/lib/projects/schema'

export const GET = handleInProject(readHomeEndpoint, (actor) => readHome(actor))
