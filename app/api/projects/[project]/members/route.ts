import { handleInProject } from '@/app/api/handle'
import { listMembers } from '@/lib/projects/queries'
import { listMembersEndpoint } from '@/lib/projects/schema'

export const GET = handleInProject(listMembersEndpoint, (actor) => listMembers(actor))
