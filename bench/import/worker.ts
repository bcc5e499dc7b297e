// Imports the ordered corpora one after the other, as a worker does, and prints what the last one took.
import { timed } from '@/bench/measure'
import { importCorpusHandler } from '@/lib/corpora/import-corpus.job'
import { disconnect } from '@/lib/platform/db'
import { stopSending } from '@/lib/platform/jobs'

const context = {
  runId: '',
  projectId: '',
  startedBy: 'bench',
  signal: new AbortController().signal,
  progress: async () => {},
  note: () => {},
}
let last: { seconds: number; peakRssMb: number } | undefined
for (const corpusId of process.argv.slice(2)) {
  const { seconds, peakRssMb } = await timed(() => importCorpusHandler.run({ corpusId }, context))
  last = { seconds, peakRssMb }
}
console.log(JSON.stringify(last))
await stopSending() // An import orders the survey of its corpus.
await disconnect()
