import { handleInProject } from '@/app/api/handle'
import { removeComment } from '@/lib/artifacts/comments/remove-comment'
import { removeCommentEndpoint } from '@/lib/artifacts/comments/schema'

export const DELETE = handleInProject(removeCommentEndpoint, (actor, { params }) =>
  removeComment(actor, params),
)
