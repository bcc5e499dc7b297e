import { handleInProject } from '@/app/api/handle'
import { readDashboard } from '@/lib/evaluation/dashboards/queries'
import { readDashboardEndpoint } from '@/lib/evaluation/dashboards/schema'

export const GET = handleInProject(readDashboardEndpoint, (actor, { query }) => readDashboard(actor, query))
