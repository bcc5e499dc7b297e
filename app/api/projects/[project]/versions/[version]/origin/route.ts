import { handleInProject } from '@/app/api/handle'
import { readOrigin } from '@/lib/artifacts/origin/queries'
import { readOriginEndpoint } from '@/lib/artifacts/origin/schema'

export const GET = handleInProject(readOriginEndpoint, (actor, { params }) => readOrigin(actor, params))
