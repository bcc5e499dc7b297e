import { handleInProject } from '@/app/api/handle'
import { listRuns } from '@/lib/synthesis/queries'
import { listRunsEndpoint, startRunEndpoint } from '@/lib/synthesis/schema'
import { startRun } from '@/lib/synthesis/start-run'

export const GET = handleInProject(listRunsEndpoint, (actor, { query }) => listRuns(actor, query))
export const POST = handleInProject(startRunEndpoint, (actor, { body }) => startRun(actor, body))
