import { type DrafterChoice, estimateSchema } from '@/lib/artifacts/drafting/model'
import { type DraftsOrder, estimateDraftsEndpoint } from '@/lib/artifacts/drafting/schema'
import { listConnectionsEndpoint } from '@/lib/connections/schema'
import { CommandFailure, exitCodes } from './failure'
import type { Outcome } from './outcome'
import { call, type Server } from './server'
import { waitForJob } from './wait-for-job'

/** Who drafts, as options say it: a connection by name or id, else the miner. */
export type DrafterOptions = { project: string; by?: string; batch?: boolean; estimate?: boolean }

/** The miner, unless a connection is named. */
export async function chooseDrafter(
  server: Server,
  { project, by, batch = false }: DrafterOptions,
): Promise<{ by: DrafterChoice; isBatch: boolean }> {
  if (by === undefined) return { by: 'miner', isBatch: false }
  return { by: { connectionId: await findConnection(server, project, by) }, isBatch: batch }
}

async function findConnection(server: Server, project: string, word: string): Promise<string> {
  const { items } = await call(server, listConnectionsEndpoint, { params: { project } })
  const found = items.find(({ id, name }) => name === word || id === word)
  if (found) return found.id
  const names = items.map(({ name }) => `“${name}”`).join(', ') || 'none yet'
  throw new CommandFailure(
    exitCodes.failed,
    `There is no connection “${word}” in ${project}; it has: ${names}.`,
    { code: 'not_found', reason: 'connection-unknown' },
  )
}

const MICROS = 1_000_000

/** What an order would cost; orders nothing. The miner costs nothing. */
export async function priceOrder(
  server: Server,
  options: DrafterOptions,
  order: DraftsOrder,
): Promise<Outcome> {
  const { by, isBatch } = await chooseDrafter(server, options)
  if (by === 'miner')
    return { result: { cost: 0 }, lines: ['The corpus miner asks no model: it costs nothing.'] }
  const { project } = options
  const body = { ...by, isBatch, order }
  const { jobId } = await call(server, estimateDraftsEndpoint, { params: { project }, body })
  const job = await waitForJob(server, { project, job: jobId, what: 'Estimating' })
  const estimate = estimateSchema.parse(job.result)
  const { drafts, calls, fromStore, promptTokens, completionTokens, cost, mostCost, currency } = estimate
  const money = (micros: number) => `${(micros / MICROS).toFixed(4)} ${currency}`
  const price = estimate.priced
    ? `about ${money(cost)}, at most ${money(mostCost)}`
    : `no price is given for ${estimate.model}`
  const time = estimate.seconds === null ? '' : `, about ${Math.ceil(estimate.seconds)} s`
  return {
    result: { jobId, estimate },
    lines: [
      `${drafts} to draft: ${calls} calls, ${fromStore} of them answered already; about ${promptTokens + completionTokens} tokens; ${price}${time}`,
      ...(estimate.measured
        ? []
        : ['Answers to these prompts were not measured yet: their length is a guess.']),
    ],
  }
}
