import { handleInProject } from '@/app/api/handle'
import { previewImport } from '@/lib/corpora/preview-import'
import { previewImportEndpoint } from '@/lib/corpora/schema'

export const GET = handleInProject(previewImportEndpoint, (actor, { params, query }) =>
  previewImport(actor, { ...params, ...query }),
)
