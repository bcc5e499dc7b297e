import { handleInProject } from '@/app/api/handle'
import { listRefusals } from '@/lib/synthesis/queries'
import { listRefusalsEndpoint } from '@/lib/synthesis/schema'

export const GET = handleInProject(listRefusalsEndpoint, (actor, { params }) => listRefusals(actor, params))
