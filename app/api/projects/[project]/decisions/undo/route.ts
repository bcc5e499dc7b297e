import { handleInProject } from '@/app/api/handle'
import { undoDecisionEndpoint } from '@/lib/reviews/schema'
import { undoDecision } from '@/lib/reviews/undo-decision'

export const POST = handleInProject(undoDecisionEndpoint, (actor, { body }) => undoDecision(actor, body))
