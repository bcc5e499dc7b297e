// A worker of its own for the benchmark `compose`: `lead` runs the job of each run named, one after the other, a `helper` takes
// parts of all but the last run but one, which is for the lead alone.
import { setTimeout as sleep } from 'node:timers/promises'
import { timed } from '@/bench/measure'
import { db, disconnect } from '@/lib/platform/db'
import { keepHeapSmall } from '@/lib/platform/keep-heap-small'
import { composePartsHandler } from '@/lib/synthesis/compose-parts.job'
import { composeRunHandler } from '@/lib/synthesis/compose-run.job'

keepHeapSmall()
const [role, ...runIds] = process.argv.slice(2)
const context = {
  runId: '',
  projectId: '',
  startedBy: '',
  signal: new AbortController().signal,
  note: () => {},
  progress: async () => {},
}

const seconds: number[] = []
let peakRssMb = 0
for (const [at, runId] of runIds.entries()) {
  const isAlone = runIds.length > 2 && at === runIds.length - 2
  const work = async () => {
    if (role === 'lead') await composeRunHandler.run({ runId }, context)
    else await help(runId, isAlone)
  }
  const told = await timed(work)
  seconds.push(told.seconds)
  peakRssMb = told.peakRssMb
}
await disconnect()
console.log(JSON.stringify({ seconds, peakRssMb }))

async function help(runId: string, isAlone: boolean): Promise<void> {
  for (;;) {
    const run = await db.run.findUniqueOrThrow({ where: { id: runId }, select: { state: true } })
    if (run.state === 'done') return
    if (run.state === 'running' && !isAlone) await composePartsHandler.run({ runId }, context)
    await sleep(50)
  }
}
