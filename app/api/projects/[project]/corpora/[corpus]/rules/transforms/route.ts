import { handleInProject } from '@/app/api/handle'
import { readWritingGround } from '@/lib/artifacts/writing/queries'
import { readWritingGroundEndpoint } from '@/lib/artifacts/writing/schema'

export const GET = handleInProject(readWritingGroundEndpoint, (actor, { params }) =>
  readWritingGround(actor, params),
)
