import { handleInProject } from '@/app/api/handle'
import { listInstructions } from '@/lib/synthesis/queries'
import { listInstructionsEndpoint } from '@/lib/synthesis/schema'

export const GET = handleInProject(listInstructionsEndpoint, (actor, { params, query }) =>
  listInstructions(actor, { ...query, number: params.number }),
)
