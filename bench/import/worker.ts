// Imports the ordered corpora one after the other, as heavy jobs are run, and tells what the last one took.
import { timed } from '@/bench/measure'
import { type Small, tellSmall } from '@/bench/run-small'
import { importCorpusHandler } from '@/lib/corpora/import-corpus.job'
import { disconnect } from '@/lib/platform/db'
import { stopSending } from '@/lib/platform/jobs'
import { quietContext } from '@/prisma/factories/jobs'

const context = { ...quietContext, startedBy: 'bench' }
let last: Small = { seconds: 0, peakRssMb: 0 }
for (const corpusId of process.argv.slice(2)) {
  last = await timed(() => importCorpusHandler.run({ corpusId }, context))
}
await stopSending() // An import orders the survey of its corpus.
await disconnect()
tellSmall(last)
