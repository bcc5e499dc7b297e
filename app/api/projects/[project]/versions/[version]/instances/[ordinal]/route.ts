import { handleInProject } from '@/app/api/handle'
import { showAnnotated } from '@/lib/artifacts/read-annotated'
import { readAnnotatedEndpoint } from '@/lib/artifacts/schema'

export const GET = handleInProject(readAnnotatedEndpoint, (actor, { params }) => showAnnotated(actor, params))
