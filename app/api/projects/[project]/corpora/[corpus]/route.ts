import { handleInProject } from '@/app/api/handle'
import { readCorpus } from '@/lib/corpora/queries'
import { readCorpusEndpoint } from '@/lib/corpora/schema'

export const GET = handleInProject(readCorpusEndpoint, (actor, { params }) => readCorpus(actor, params))
