import { handleInProject } from '@/app/api/handle'
import { undoChange } from '@/lib/taxonomy/nodes/undo-change'
import { undoChangeEndpoint } from '@/lib/taxonomy/schema'

export const POST = handleInProject(undoChangeEndpoint, (actor, { params }) => undoChange(actor, params))
