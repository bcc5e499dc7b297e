import { handleInProject } from '@/app/api/handle'
import { importCorpus } from '@/lib/corpora/import-corpus'
import { listCorpora } from '@/lib/corpora/queries'
import { importCorpusEndpoint, listCorporaEndpoint } from '@/lib/corpora/schema'

export const GET = handleInProject(listCorporaEndpoint, (actor, { query }) => listCorpora(actor, query))

export const POST = handleInProject(importCorpusEndpoint, (actor, { body }) => importCorpus(actor, body))
