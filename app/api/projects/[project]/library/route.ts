import { handleInProject } from '@/app/api/handle'
import { listLibrary } from '@/lib/library/queries'
import { listLibraryEndpoint } from '@/lib/library/schema'

export const GET = handleInProject(listLibraryEndpoint, (actor, { query }) => listLibrary(actor, query))
