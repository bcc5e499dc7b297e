import {
  type AuditView,
  acceptAuditEndpoint,
  orderAuditEndpoint,
  overrideAuditEndpoint,
  readAuditEndpoint,
} from '@/lib/synthesis/audits/schema'
import type { Outcome } from './outcome'
import { call, type Server } from './server'
import { waitForJob } from './wait-for-job'

type Of = { project: string; run: number }

/** Draws a random sample of a run into the queue. People decide it in the browser. */
export async function orderSample(
  server: Server,
  options: Of & { n?: number; c?: number; seed?: number; wait: boolean },
): Promise<Outcome> {
  const { project, run, n, c, seed } = options
  const params = { project, number: run }
  const ordered = await call(server, orderAuditEndpoint, { params, body: { n, c, seed } })
  const { jobId } = ordered
  if (!options.wait) return { result: ordered, lines: [`Drawing the sample of run ${run} (job ${jobId})`] }
  await waitForJob(server, { project, job: jobId, what: `Drawing the sample of run ${run}` })
  const { audit } = await call(server, readAuditEndpoint, { params })
  return { result: { audit, jobId }, lines: describe(run, audit) }
}

export async function showSample(server: Server, { project, run }: Of): Promise<Outcome> {
  const { audit } = await call(server, readAuditEndpoint, { params: { project, number: run } })
  return { result: { audit }, lines: describe(run, audit) }
}

export async function acceptSample(server: Server, { project, run }: Of): Promise<Outcome> {
  const { audit } = await call(server, acceptAuditEndpoint, { params: { project, number: run } })
  return { result: { audit }, lines: describe(run, audit) }
}

export async function overrideSample(
  server: Server,
  { project, run, reason }: Of & { reason: string },
): Promise<Outcome> {
  const params = { project, number: run }
  const { audit } = await call(server, overrideAuditEndpoint, { params, body: { reason } })
  return { result: { audit }, lines: describe(run, audit) }
}

function describe(run: number, audit: AuditView | null): string[] {
  if (!audit) return [`Run ${run}: nobody has ordered a sample of it`]
  const { state, n, decided, rejected, bound, reason, refused } = audit
  const proves = bound === null ? '' : `; at most ${(bound * 100).toFixed(1)} % are wrong at 95 %`
  const found = n === 0 ? '' : `, ${decided} of ${n} records decided, ${rejected} rejected${proves}`
  return [
    `Run ${run}: ${state}${reason && ` (${reason})`}${found}`,
    ...refused.map((one) => `  ${one.reasonCode}${one.comment && `: ${one.comment}`}  ${one.recordId}`),
  ]
}
