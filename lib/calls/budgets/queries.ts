import type { BudgetView, SpendView } from '@/lib/calls/schema'
import { db, type Tx } from '@/lib/platform/db'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** The budget of a project; one that nobody has set has no limits. */
export async function readBudget(actor: ProjectActor, within: Tx = db): Promise<BudgetView> {
  requireRole(actor, 'lead')
  const projectId = actor.project.id
  const today = new Date().toISOString().slice(0, 10)
  const [budget, day] = await Promise.all([
    within.budget.findUnique({ where: { projectId } }),
    within.budgetDay.findUnique({ where: { projectId_day: { projectId, day: new Date(today) } } }),
  ])
  const limit = (micros: bigint | null | undefined) => (micros == null ? null : Number(micros))
  return {
    currency: budget?.currency ?? 'USD',
    ...{ totalLimit: limit(budget?.totalLimit), dayLimit: limit(budget?.dayLimit) },
    ...{ spent: Number(budget?.spent ?? 0), reserved: Number(budget?.reserved ?? 0) },
    today: { day: today, spent: Number(day?.spent ?? 0), reserved: Number(day?.reserved ?? 0) },
    shareAnswers: budget?.shareAnswers ?? false,
  }
}

type Spent = SpendView['total']
type Row = { day: string; prompt: string; version: number; connectionName: string; model: string } & {
  [Figure in 'calls' | 'promptTokens' | 'completionTokens' | 'cost' | 'presumed']: number
}

/** What was spent in the last days, by day, by prompt and by model, the dearest first. */
export async function readSpend(actor: ProjectActor, { days }: { days: number }): Promise<SpendView> {
  requireRole(actor, 'lead')
  const rows = await db.$queryRaw<Row[]>`
    SELECT to_char(day, 'YYYY-MM-DD') AS day, prompt, version, connection_name AS "connectionName", model, calls,
      prompt_tokens::float8 AS "promptTokens", completion_tokens::float8 AS "completionTokens", cost::float8 AS cost,
      presumed::float8 AS presumed
    FROM call_spend
    WHERE project_id = ${actor.project.id}::uuid AND day > (now() AT TIME ZONE 'UTC')::date - ${days}::int`
  const { currency } = await readBudget(actor)
  const by = <Key extends object>(keyOf: (row: Row) => Key) => [...fold(rows, keyOf).values()]
  const dearest = <Item extends Spent>(items: Item[]) =>
    items.toSorted((a, b) => b.cost - a.cost || b.calls - a.calls)
  return {
    currency,
    total: by(() => ({}))[0] ?? none,
    days: by(({ day }) => ({ day })).toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    prompts: dearest(by(({ prompt, version }) => ({ prompt, version }))),
    models: dearest(by(({ connectionName, model }) => ({ connectionName, model }))),
  }
}

const none: Spent = { calls: 0, tokens: { prompt: 0, completion: 0 }, cost: 0, presumed: 0 }

function fold<Key extends object>(rows: Row[], keyOf: (row: Row) => Key): Map<string, Key & Spent> {
  const sums = new Map<string, Key & Spent>()
  for (const row of rows) {
    const key = keyOf(row)
    const name = JSON.stringify(key)
    const { calls, tokens, cost, presumed } = sums.get(name) ?? none
    const { prompt, completion } = tokens
    sums.set(name, {
      ...key,
      ...{ calls: calls + row.calls, cost: cost + row.cost, presumed: presumed + row.presumed },
      tokens: { prompt: prompt + row.promptTokens, completion: completion + row.completionTokens },
    })
  }
  return sums
}
