import { handleInProject } from '@/app/api/handle'
import { previewLibrary } from '@/lib/library/folder/preview-library'
import { previewLibraryEndpoint } from '@/lib/library/folder/schema'

export const POST = handleInProject(previewLibraryEndpoint, (actor, { body }) => previewLibrary(actor, body))
