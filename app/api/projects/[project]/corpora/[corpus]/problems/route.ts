import { handleInProject } from '@/app/api/handle'
import { listProblems } from '@/lib/corpora/survey/queries'
import { listProblemsEndpoint } from '@/lib/corpora/survey/schema'

export const GET = handleInProject(listProblemsEndpoint, (actor, { params, query }) =>
  listProblems(actor, { ...params, ...query }),
)
