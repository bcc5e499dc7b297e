import { handleInProject } from '@/app/api/handle'
import { undoLotEndpoint } from '@/lib/reviews/lots/schema'
import { undoLot } from '@/lib/reviews/lots/undo-lot'

export const POST = handleInProject(undoLotEndpoint, (actor, { body }) => undoLot(actor, body))
