import { handleInProject } from '@/app/api/handle'
import { previewFormat } from '@/lib/artifacts/preview-format'
import { previewFormatEndpoint } from '@/lib/artifacts/schema'

export const POST = handleInProject(previewFormatEndpoint, (actor, { body }) => previewFormat(actor, body))
