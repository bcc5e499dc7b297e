import { handleInProject } from '@/app/api/handle'
import { changeBudget } from '@/lib/calls/budgets/change-budget'
import { readBudget } from '@/lib/calls/budgets/queries'
import { changeBudgetEndpoint, readBudgetEndpoint } from '@/lib/calls/schema'

export const GET = handleInProject(readBudgetEndpoint, (actor) => readBudget(actor))

export const PATCH = handleInProject(changeBudgetEndpoint, (actor, { body }) =>
  changeBudget(actor, { changes: body }),
)
