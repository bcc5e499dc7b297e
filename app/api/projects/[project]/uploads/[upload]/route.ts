import { handleInProject } from '@/app/api/handle'
import { discardUpload } from '@/lib/corpora/discard-upload'
import { discardUploadEndpoint } from '@/lib/corpora/schema'

export const DELETE = handleInProject(discardUploadEndpoint, (actor, { params }) =>
  discardUpload(actor, params),
)
