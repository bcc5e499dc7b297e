// A worker of its own for `compose`: runs the job handler for each run named, and says what the last took.

import { db, disconnect } from '@/lib/platform/db'
import { composeRunHandler } from '@/lib/synthesis/compose-run.job'

const context = {
  runId: '',
  projectId: '',
  startedBy: '',
  signal: new AbortController().signal,
  note: () => {},
  progress: async () => {},
}

let seconds = 0
for (const runId of process.argv.slice(2)) {
  const startedAt = performance.now()
  await composeRunHandler.run({ runId }, { ...context, runId })
  seconds = (performance.now() - startedAt) / 1000
}
const runs = await db.run.findMany({ where: { id: { in: process.argv.slice(2) } } })
await disconnect()
const hashes = new Set(runs.map(({ sha256 }) => sha256))
if (hashes.size !== 1) throw new Error('Two runs of the same inputs differ.')
console.log(
  JSON.stringify({
    seconds,
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1000),
    instructions: runs[0]!.instructionCount,
    bytes: Number(runs[0]!.bytes),
    sha256: runs[0]!.sha256,
  }),
)
