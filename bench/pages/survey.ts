// Surveys a corpus as a worker does, and tells what it took.
import { timed } from '@/bench/measure'
import { tellSmall } from '@/bench/run-small'
import { surveyCorpusHandler } from '@/lib/corpora/survey-corpus.job'
import { disconnect } from '@/lib/platform/db'
import { quietContext } from '@/prisma/factories/jobs'

const context = { ...quietContext, runId: '00000000-0000-4000-8000-000000000000', startedBy: 'bench' }
const took = await timed(() => surveyCorpusHandler.run({ corpusId: process.argv[2]! }, context))
await disconnect()
tellSmall(took)
