import { handleInProject } from '@/app/api/handle'
import { listSimilar } from '@/lib/reviews/lots/queries'
import { listSimilarEndpoint } from '@/lib/reviews/lots/schema'

export const GET = handleInProject(listSimilarEndpoint, (actor, { query }) => listSimilar(actor, query))
