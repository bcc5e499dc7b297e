import { handleInProject } from '@/app/api/handle'
import { listComments } from '@/lib/artifacts/comments/queries'
import { listCommentsEndpoint, writeCommentEndpoint } from '@/lib/artifacts/comments/schema'
import { writeComment } from '@/lib/artifacts/comments/write-comment'

export const GET = handleInProject(listCommentsEndpoint, (actor, { params, query }) =>
  listComments(actor, { ...query, artifact: params.artifact }),
)

export const POST = handleInProject(writeCommentEndpoint, (actor, { params, body }) =>
  writeComment(actor, { ...body, artifact: params.artifact }),
)
