import { handleInProject } from '@/app/api/handle'
import { listProblemsEndpoint } from '@/lib/corpora/schema'
import { listProblems } from '@/lib/corpora/survey/queries'

export const GET = handleInProject(listProblemsEndpoint, (actor, { params, query }) =>
  listProblems(actor, { ...params, ...query }),
)
