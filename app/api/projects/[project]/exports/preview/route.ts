import { handleInProject } from '@/app/api/handle'
import { previewExport } from '@/lib/exports/preview-export'
import { previewExportEndpoint } from '@/lib/exports/schema'

export const POST = handleInProject(previewExportEndpoint, (actor, { body }) => previewExport(actor, body))
