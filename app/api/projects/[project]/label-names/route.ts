import { handleInProject } from '@/app/api/handle'
import { readLabelBook } from '@/lib/corpora/label-names/queries'
import { readLabelBookEndpoint } from '@/lib/corpora/label-names/schema'

export const GET = handleInProject(readLabelBookEndpoint, (actor) => readLabelBook(actor))
