import { handleInProject } from '@/app/api/handle'
import { readSpend } from '@/lib/calls/budgets/queries'
import { readSpendEndpoint } from '@/lib/calls/schema'

export const GET = handleInProject(readSpendEndpoint, (actor, { query }) => readSpend(actor, query))
