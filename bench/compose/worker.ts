// A worker of its own for the benchmark `compose`: runs the job handler for each run named, and says what the last took.
import { timed } from '@/bench/measure'
import { db, disconnect } from '@/lib/platform/db'
import { composeRunHandler } from '@/lib/synthesis/compose-run.job'

const runIds = process.argv.slice(2)
const context = {
  runId: '',
  projectId: '',
  startedBy: '',
  signal: new AbortController().signal,
  note: () => {},
  progress: async () => {},
}

let last = { seconds: 0, peakRssMb: 0 }
for (const runId of runIds) last = await timed(() => composeRunHandler.run({ runId }, { ...context, runId }))
const runs = await db.run.findMany({ where: { id: { in: runIds } } })
await disconnect()
if (new Set(runs.map(({ sha256 }) => sha256)).size !== 1)
  throw new Error('Two runs of the same inputs differ.')
const { seconds, peakRssMb } = last
const { instructionCount: instructions, bytes, sha256 } = runs[0]!
console.log(JSON.stringify({ seconds, peakRssMb, instructions, bytes: Number(bytes), sha256 }))
