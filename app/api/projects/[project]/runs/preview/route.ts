import { handleInProject } from '@/app/api/handle'
import { previewRun } from '@/lib/synthesis/preview-run'
import { previewRunEndpoint } from '@/lib/synthesis/schema'

export const POST = handleInProject(previewRunEndpoint, (actor, { body }) => previewRun(actor, body))
