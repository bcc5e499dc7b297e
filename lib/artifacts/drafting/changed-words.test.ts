import { afterAll, expect, it, vi } from 'vitest'
import { startFakeLlm } from '@/e2e/fake-llm/start-fake-llm'
import { judgeDrafts } from '@/lib/artifacts/advice/judge-drafts'
import { judgeDraftsHandler } from '@/lib/artifacts/advice/judge-drafts.job'
import { db } from '@/lib/platform/db'
import { draftAll } from '@/prisma/factories/artifacts'
import { connectModels } from '@/prisma/factories/connections'
import { makeCorpus } from '@/prisma/factories/corpora'
import { makeJobContext } from '@/prisma/factories/jobs'
import { makeProject } from '@/prisma/factories/people'

const words = vi.hoisted(() => ({ added: '' }))
vi.mock('@/prompts/judge-draft/contract', async (load) => {
  const { judgeDraft, ...rest } = await load<typeof import('@/prompts/judge-draft/contract')>()
  const write = (input: Parameters<typeof judgeDraft.write>[0]) => {
    const messages = judgeDraft.write(input)
    return { ...messages, system: `${messages.system}${words.added}` }
  }
  return { ...rest, judgeDraft: { ...judgeDraft, write } }
})

process.env.GLOSS_MODEL_NETWORKS = 'loopback'
const fake = await startFakeLlm()
afterAll(() => fake.close())

it('asks again only the calls of the prompt whose words were changed', async () => {
  const actor = await makeProject({ role: 'lead' })
  const corpus = await makeCorpus(actor, { sentences: ['The [Petrel|vessel] left [Bergen|place].'] })
  const connectionId = await connectModels(actor, fake)
  const draftAndJudge = async () => {
    await draftAll(actor, { corpus: corpus.id, again: 'all', by: { connectionId } })
    const { jobId } = await judgeDrafts(actor, { connectionId, corpus: corpus.id })
    const payload = { projectId: actor.project.id, corpusId: corpus.id, connectionId, isBatch: false }
    await judgeDraftsHandler.run(payload, makeJobContext(actor, { runId: jobId }))
    await db.jobRun.update({ where: { id: jobId }, data: { state: 'done' } })
    return { ...fake.standIn.counts.byPrompt }
  }
  const first = await draftAndJudge()
  expect(first).toEqual({ 'draft-guideline@1': 4, 'judge-draft@1': 2 })
  expect(await draftAndJudge()).toEqual(first)
  words.added = '\nAnswer in short sentences.'
  expect(await draftAndJudge()).toEqual({ 'draft-guideline@1': 4, 'judge-draft@1': 4 })
}, 60_000)
