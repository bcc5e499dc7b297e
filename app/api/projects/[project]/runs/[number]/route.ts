import { handleInProject } from '@/app/api/handle'
import { readRun } from '@/lib/synthesis/queries'
import { readRunEndpoint } from '@/lib/synthesis/schema'

export const GET = handleInProject(readRunEndpoint, (actor, { params }) => readRun(actor, params))
