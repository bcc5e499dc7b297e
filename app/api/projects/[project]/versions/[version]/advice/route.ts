import { handleInProject } from '@/app/api/handle'
import { readAdvice } from '@/lib/artifacts/advice/queries'
import { readAdviceEndpoint } from '@/lib/artifacts/advice/schema'

export const GET = handleInProject(readAdviceEndpoint, (actor, { params }) => readAdvice(actor, params))
