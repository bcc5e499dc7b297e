import { handleInProject } from '@/app/api/handle'
import { readLearning } from '@/lib/artifacts/learning/queries'
import { readLearningEndpoint } from '@/lib/artifacts/learning/schema'

export const GET = handleInProject(readLearningEndpoint, (actor, { query }) => readLearning(actor, query))
