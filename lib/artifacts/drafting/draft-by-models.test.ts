import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { startFakeLlm } from '@/e2e/fake-llm/start-fake-llm'
import { judgeDrafts } from '@/lib/artifacts/advice/judge-drafts'
import { judgeDraftsHandler } from '@/lib/artifacts/advice/judge-drafts.job'
import { readAdvice } from '@/lib/artifacts/advice/queries'
import { draftFormats } from '@/lib/artifacts/draft-formats'
import { draftFormatsHandler } from '@/lib/artifacts/draft-formats.job'
import { draftRules } from '@/lib/artifacts/draft-rules'
import { draftRulesHandler } from '@/lib/artifacts/draft-rules.job'
import { draftApplications } from '@/lib/artifacts/drafting/draft-applications'
import { draftApplicationsHandler } from '@/lib/artifacts/drafting/draft-applications.job'
import { estimateDraftsHandler } from '@/lib/artifacts/drafting/estimate-drafts.job'
import type { DraftsEstimate } from '@/lib/artifacts/drafting/model'
import { paraphraseGuidelines } from '@/lib/artifacts/drafting/paraphrase-guidelines'
import { paraphraseGuidelinesHandler } from '@/lib/artifacts/drafting/paraphrase-guidelines.job'
import type { DraftsOrder } from '@/lib/artifacts/drafting/schema'
import { translateTexts } from '@/lib/artifacts/drafting/translate-texts'
import { translateTextsHandler } from '@/lib/artifacts/drafting/translate-texts.job'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import { readLearning } from '@/lib/artifacts/learning/queries'
import { readOrigin } from '@/lib/artifacts/origin/queries'
import { writeRule } from '@/lib/artifacts/writing/write-rule'
import { changeConnection } from '@/lib/connections/change-connection'
import { listLabelNames } from '@/lib/corpora/label-names/queries'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { draftAll } from '@/prisma/factories/artifacts'
import { connectModels } from '@/prisma/factories/connections'
import { makeCorpus } from '@/prisma/factories/corpora'
import { makeJobContext } from '@/prisma/factories/jobs'
import { makeProject } from '@/prisma/factories/people'
import { approveDraft } from '@/prisma/factories/reviews'

process.env.GLOSS_MODEL_NETWORKS = 'loopback'
const fake = await startFakeLlm()
afterAll(() => fake.close())
beforeEach(() => fetch(`${fake.url}/control`, { method: 'DELETE' }))

const sentences = Array.from({ length: 12 }, (_, at) => [
  `The ferry [The Grey Petrel|vessel] left [Wickholm|place] at noon of day ${at}.`,
  `Nobody saw the [Brave Anna|vessel] return to [Ostrey|place] on trip ${at}.`,
]).flat()

async function prepare() {
  const actor = await makeProject({ role: 'lead' })
  const corpus = await makeCorpus(actor, { sentences })
  const connectionId = await connectModels(actor, fake)
  return { actor, corpus, connectionId }
}

const contextOf = (actor: ProjectActor, runId: string) => makeJobContext(actor, { runId })
const draftsOf = (corpusId: string | null, kind: string) =>
  db.version.findMany({
    where: { artifact: { corpusId, kind }, authorKind: 'model' },
    include: { evidence: true, draft: true, origin: true },
    orderBy: { id: 'asc' },
  })

async function approveGuideline(actor: ProjectActor, corpus: { id: string }) {
  await draftAll(actor, { corpus: corpus.id, labels: ['vessel'] })
  const draft = await db.version.findFirstOrThrow({
    where: { artifact: { corpusId: corpus.id, key: 'vessel' } },
  })
  await approveDraft(actor, draft)
  return draft
}

describe('models as drafters', () => {
  it('propose rules, each tried on the gold like a mined one', async () => {
    const { actor, corpus, connectionId } = await prepare()
    const by = { connectionId }
    const { jobId } = await draftRules(actor, { corpus: corpus.id, by })
    const payload = { corpusId: corpus.id, again: 'never' as const, by }
    const result = await draftRulesHandler.run(payload, contextOf(actor, jobId))
    const drafts = await draftsOf(corpus.id, 'rule')
    expect(result).toMatchObject({ drafted: drafts.length })
    expect(drafts.length).toBeGreaterThan(0)
    for (const { content, evidence, origin } of drafts) {
      const { transform } = content as { transform: unknown }
      if (transform) expect(evidence?.content).toMatchObject({ figures: { touched: expect.any(Number) } })
      expect(origin).toMatchObject({ prompt: 'propose-rules', kind: 'rule' })
    }
    const answered = fake.standIn.counts.answered
    await draftRulesHandler.run(payload, contextOf(actor, jobId))
    expect(fake.standIn.counts.answered).toBe(answered)
    expect(await draftsOf(corpus.id, 'rule')).toHaveLength(drafts.length)
  })

  it('propose formats that brought every answer back', async () => {
    const { actor, connectionId } = await prepare()
    const by = { connectionId }
    const { jobId } = await draftFormats(actor, { carriers: ['tuples', 'csv'], by })
    const payload = {
      projectId: actor.project.id,
      carriers: ['tuples' as const, 'csv' as const],
      again: 'never' as const,
      by,
    }
    const result = (await draftFormatsHandler.run(payload, contextOf(actor, jobId))) as { missed: object[] }
    const drafts = await db.version.findMany({
      where: { artifact: { projectId: actor.project.id, kind: 'format' } },
      include: { evidence: true },
    })
    expect(drafts.length).toBeGreaterThan(0)
    expect(result).toMatchObject({ drafted: drafts.length })
    for (const { evidence } of drafts)
      expect(evidence?.content).toMatchObject({ failed: [], tried: sentences.length })
    const { rows } = await readLearning(actor, { kind: 'format' })
    const spent = await db.modelCall.aggregate({
      where: { projectId: actor.project.id },
      _sum: { cost: true },
    })
    expect(rows.map(({ cost }) => cost)).toEqual([Number(spent._sum.cost)])
  })

  it('word an approved guideline further, as a draft that takes nothing away', async () => {
    const { actor, corpus, connectionId } = await prepare()
    const approved = await approveGuideline(actor, corpus)
    const { jobId } = await paraphraseGuidelines(actor, { corpus: corpus.id, connectionId })
    const payload = { corpusId: corpus.id, connectionId, isBatch: false, again: 'never' as const }
    expect(await paraphraseGuidelinesHandler.run(payload, contextOf(actor, jobId))).toMatchObject({
      drafted: 1,
    })
    const [draft] = await draftsOf(corpus.id, 'guideline')
    const content = draft!.content as GuidelineContent
    expect(draft).toMatchObject({ parentId: approved.id, draft: { state: 'waiting' } })
    expect(content.paraphrases.en.length + content.paraphrases.zh.length).toBeGreaterThan(1)
    expect(content).toMatchObject({ definition: (approved.content as GuidelineContent).definition })
    const { modelShare } = await readOrigin(actor, { version: draft!.id })
    expect(modelShare).toBeGreaterThan(0)
    expect(modelShare).toBeLessThan(0.7)
    expect(await db.draft.findUnique({ where: { versionId: approved.id } })).toMatchObject({
      state: 'approved',
    })
  })

  it('translate: names as suggestions, definitions as drafts', async () => {
    const { actor, corpus, connectionId } = await prepare()
    await approveGuideline(actor, corpus)
    for (const what of ['label-names', 'paraphrases'] as const) {
      const { jobId } = await translateTexts(actor, { corpus: corpus.id, connectionId, what, into: 'zh' })
      const payload = { corpusId: corpus.id, connectionId, isBatch: false, what, into: 'zh' as const }
      const result = await translateTextsHandler.run(payload, contextOf(actor, jobId))
      expect(result).toMatchObject({ failed: 0 })
      await db.jobRun.update({ where: { id: jobId }, data: { state: 'done' } })
    }
    const { items } = await listLabelNames(actor, { corpus: corpus.id })
    expect(items.find(({ label }) => label === 'vessel')).toMatchObject({
      name: {},
      suggested: { zh: expect.any(String) },
    })
    const [draft] = await draftsOf(corpus.id, 'guideline')
    expect((draft!.content as GuidelineContent).paraphrases.zh).toHaveLength(1)
  })

  it('answer instances under an approved rule, with every candidate beside the draft', async () => {
    const { actor, corpus, connectionId } = await prepare()
    const statement = { en: 'Leave out the article before the name of a vessel.', zh: '去掉船名前的冠词。' }
    const { versionId } = await writeRule(actor, {
      corpus: corpus.id,
      rule: {
        ...{ taskForm: 'ner', scope: { labels: ['vessel'] }, statement, transform: null },
        ...{ paraphrases: { en: [], zh: [] }, exceptions: [], note: '' },
      },
    })
    const order = { version: versionId, count: 8, seed: 1, candidates: 3 }
    await expect(draftApplications(actor, { ...order, connectionId })).rejects.toMatchObject({
      details: { reason: 'rule-not-approved' },
    })
    const { contentHash } = await db.version.findUniqueOrThrow({ where: { id: versionId } })
    await approveDraft(actor, { id: versionId, contentHash })
    const { jobId } = await draftApplications(actor, { ...order, connectionId })
    const payload = { versionId, connectionId, isBatch: false, count: 8, seed: 1, candidates: 3 }
    const result = (await draftApplicationsHandler.run(payload, contextOf(actor, jobId))) as {
      drafted: number
      unchanged: number
      failed: number
    }
    expect(result.drafted + result.unchanged + result.failed).toBe(8)
    const drafts = await draftsOf(corpus.id, 'application')
    expect(drafts).toHaveLength(result.drafted)
    expect(drafts.length).toBeGreaterThan(0)
    for (const { evidence, content } of drafts) {
      const { candidates } = evidence!.content as { candidates: { votes: number; gold: unknown }[] }
      expect(candidates[0]!.gold).toEqual((content as { gold: unknown }).gold)
    }
    // The stand-in overlooks a place now and then, as models do, so that there is something to choose from.
    const votes = drafts.map(
      ({ evidence }) => evidence!.content as { candidates: unknown[]; against: number },
    )
    expect(votes.some(({ candidates, against }) => candidates.length + against > 1)).toBe(true)
    expect(fake.standIn.counts.byPrompt['annotate-under-rule@1']).toBeGreaterThanOrEqual(24)
  })

  it('advise on drafts and change nothing of them', async () => {
    const { actor, corpus, connectionId } = await prepare()
    await draftAll(actor, { corpus: corpus.id })
    const { jobId } = await judgeDrafts(actor, { connectionId, corpus: corpus.id })
    const payload = { projectId: actor.project.id, corpusId: corpus.id, connectionId, isBatch: false }
    expect(await judgeDraftsHandler.run(payload, contextOf(actor, jobId))).toMatchObject({
      drafted: 2,
      failed: 0,
    })
    const draft = await db.version.findFirstOrThrow({
      where: { artifact: { corpusId: corpus.id } },
      include: { draft: true },
    })
    const { items } = await readAdvice(actor, { version: draft.id })
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      prompt: 'judge-draft@1',
      model: 'stand-in via Ours',
      overall: expect.any(String),
    })
    expect(draft.draft).toMatchObject({ state: 'waiting' })
    expect(await db.decision.count({ where: { projectId: actor.project.id } })).toBe(0)
    await judgeDraftsHandler.run(payload, contextOf(actor, jobId))
    expect((await readAdvice(actor, { version: draft.id })).items).toHaveLength(1)
  })

  it('are priced before they are asked: nothing is sent, and the real price lies between guess and bound', async () => {
    const { actor, corpus, connectionId } = await prepare()
    const order = { what: 'guidelines' as const, corpus: corpus.id, again: 'never' as const }
    const estimate = () =>
      estimateDraftsHandler.run(
        { projectId: actor.project.id, connectionId, isBatch: false, order },
        contextOf(actor, crypto.randomUUID()),
      ) as Promise<{ cost: number; mostCost: number }>
    const first = await estimate()
    expect(first).toMatchObject({
      drafts: 2,
      calls: 4,
      fromStore: 0,
      measured: false,
      seconds: null,
      priced: true,
    })
    expect(fake.standIn.counts.answered).toBe(0)
    const { result } = await draftAll(actor, { corpus: corpus.id, labels: ['vessel'], by: { connectionId } })
    const { cost } = (result as { asked: { cost: number } }).asked
    expect(cost).toBeGreaterThan(0)
    expect(cost).toBeLessThanOrEqual(first.mostCost / 2)
    const second = await estimate()
    expect(second).toMatchObject({
      drafts: 1,
      calls: 2,
      fromStore: 0,
      measured: true,
      seconds: expect.any(Number),
    })
    expect(second.cost).toBeGreaterThan(cost / 2)
    expect(second.cost).toBeLessThan(cost * 2)
    const again = { ...order, again: 'all' as const }
    const payload = { projectId: actor.project.id, connectionId, isBatch: false, order: again }
    const all = await estimateDraftsHandler.run(payload, contextOf(actor, crypto.randomUUID()))
    expect(all).toMatchObject({ drafts: 2, calls: 4, fromStore: 2 })
  })

  it('are priced by the very requests: what the store answers, what the role is set to, and the pace of the model', async () => {
    const { actor, corpus, connectionId } = await prepare()
    await draftAll(actor, { corpus: corpus.id, by: { connectionId } })
    const estimate = (order: DraftsOrder) =>
      estimateDraftsHandler.run(
        { projectId: actor.project.id, connectionId, isBatch: false, order },
        contextOf(actor, crypto.randomUUID()),
      ) as Promise<DraftsEstimate>
    const again = { what: 'guidelines' as const, corpus: corpus.id, again: 'all' as const }
    expect(await estimate(again)).toMatchObject({ calls: 4, fromStore: 4, cost: 0, mostCost: 0 })
    const arm = { model: 'stand-in-small', lessons: false }
    expect(await estimate({ ...again, arm })).toMatchObject({
      model: 'stand-in-small',
      calls: 4,
      fromStore: 0,
    })
    expect(await estimate({ ...again, arm: { lessons: true } })).toMatchObject({ calls: 4, fromStore: 4 })
    const rules = { what: 'rules' as const, corpus: corpus.id, again: 'never' as const }
    expect(await estimate(rules)).toMatchObject({ measured: false, seconds: expect.any(Number) })
    const { mostCost } = await estimate(rules)
    const drafter = { model: 'stand-in', temperature: 0.4, maxTokens: 60_000 }
    await changeConnection(actor, { connection: connectionId, changes: { roles: { drafter } } })
    expect(await estimate(again)).toMatchObject({ calls: 4, fromStore: 0 })
    expect((await estimate(rules)).mostCost).toBeGreaterThan(2 * mostCost)
  })
})
