import { handleInProject } from '@/app/api/handle'
import { listImportIssues } from '@/lib/corpora/queries'
import { listImportIssuesEndpoint } from '@/lib/corpora/schema'

export const GET = handleInProject(listImportIssuesEndpoint, (actor, { params, query }) =>
  listImportIssues(actor, { ...params, ...query }),
)
