import { handleInProject } from '@/app/api/handle'
import { readArtifact } from '@/lib/library/queries'
import { readArtifactEndpoint } from '@/lib/library/schema'

export const GET = handleInProject(readArtifactEndpoint, (actor, { params }) => readArtifact(actor, params))
