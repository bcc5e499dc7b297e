// Drafts guidelines as a worker would, in a process of its own: for tests that end it in the middle.

import { draftGuidelinesHandler } from '@/lib/artifacts/draft-guidelines.job'
import { draftGuidelinesJob } from '@/lib/artifacts/jobs'
import { disconnect } from '@/lib/platform/db'
import { makeJobContext } from '@/prisma/factories/jobs'

const { actor, runId, payload } = JSON.parse(process.argv[2] ?? '{}')
await draftGuidelinesHandler.run(draftGuidelinesJob.payload.parse(payload), makeJobContext(actor, { runId }))
await disconnect()
