import { handleInProject } from '@/app/api/handle'
import { holdOutCorpus } from '@/lib/corpora/hold-out-corpus'
import { holdOutCorpusEndpoint } from '@/lib/corpora/schema'

export const PUT = handleInProject(holdOutCorpusEndpoint, (actor, { params, body }) =>
  holdOutCorpus(actor, { ...params, ...body }),
)
