import { handleInProject } from '@/app/api/handle'
import { previewImport } from '@/lib/taxonomy/outline/preview-import'
import { previewTreeEndpoint } from '@/lib/taxonomy/outline/schema'

export const POST = handleInProject(previewTreeEndpoint, (actor, { body }) => previewImport(actor, body))
