import { handleInProject } from '@/app/api/handle'
import { readConflict } from '@/lib/reviews/conflicts/queries'
import { readConflictEndpoint } from '@/lib/reviews/conflicts/schema'

export const GET = handleInProject(readConflictEndpoint, (actor, { params }) => readConflict(actor, params))
