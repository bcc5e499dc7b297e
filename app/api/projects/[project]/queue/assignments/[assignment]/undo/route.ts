import { handleInProject } from '@/app/api/handle'
import { undoAssignmentEndpoint } from '@/lib/reviews/plans/schema'
import { undoAssignment } from '@/lib/reviews/plans/undo-assignment'

export const POST = handleInProject(undoAssignmentEndpoint, (actor, { params }) =>
  undoAssignment(actor, params),
)
