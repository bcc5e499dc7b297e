import { handleInProject } from '@/app/api/handle'
import { sampleUpload } from '@/lib/corpora/sample-upload'
import { sampleUploadEndpoint } from '@/lib/corpora/schema'

export const GET = handleInProject(sampleUploadEndpoint, (actor, { params, query }) =>
  sampleUpload(actor, { ...params, ...query }),
)
