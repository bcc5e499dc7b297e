import { handleInProject } from '@/app/api/handle'
import { readDashboard } from '@/lib/evaluation/queries'
import { readDashboardEndpoint } from '@/lib/evaluation/schema'

export const GET = handleInProject(readDashboardEndpoint, (actor, { query }) => readDashboard(actor, query))
