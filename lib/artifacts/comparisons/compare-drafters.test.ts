import { afterAll, describe, expect, it } from 'vitest'
import { startFakeLlm } from '@/e2e/fake-llm/start-fake-llm'
import { closeComparison } from '@/lib/artifacts/comparisons/close-comparison'
import { compareDraftersHandler } from '@/lib/artifacts/comparisons/compare-drafters.job'
import { betterOf, signTest } from '@/lib/artifacts/comparisons/model'
import { readComparison } from '@/lib/artifacts/comparisons/queries'
import { startComparison } from '@/lib/artifacts/comparisons/start-comparison'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import { readLearning } from '@/lib/artifacts/learning/queries'
import { readOrigin } from '@/lib/artifacts/origin/queries'
import { listCalls, readCall } from '@/lib/calls/queries'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import { connectModels } from '@/prisma/factories/connections'
import { makeCorpus } from '@/prisma/factories/corpora'
import { makeJobContext } from '@/prisma/factories/jobs'
import { makeProject } from '@/prisma/factories/people'
import { approveDraft, editDraft, rejectDraft } from '@/prisma/factories/reviews'

process.env.GLOSS_MODEL_NETWORKS = 'loopback'
const fake = await startFakeLlm()
afterAll(() => fake.close())

const sentences = [
  'The ferry [Grey Petrel|vessel] left [Wickholm|place] at noon with [Mayor Thorne|person].',
  'Nobody saw the [Brave Anna|vessel] return to [Ostrey|place] under [Captain Moll|person].',
]

async function compare(actor: ProjectActor) {
  const corpus = await makeCorpus(actor, { sentences })
  const connectionId = await connectModels(actor, fake)
  const a = { connectionId, lessons: true }
  const b = { connectionId, lessons: true, model: 'stand-in-small' }
  const { comparisonId, jobId } = await startComparison(actor, { corpus: corpus.id, a, b, seed: 3 })
  const run = () => compareDraftersHandler.run({ comparisonId }, makeJobContext(actor, { runId: jobId }))
  return { corpus, comparisonId, run }
}

describe('a blind comparison', () => {
  it('puts both drafts of each label in the queue, and nothing that people read tells whose they are', async () => {
    const actor = await makeProject({ role: 'lead' })
    const { corpus, comparisonId, run } = await compare(actor)
    expect(await run()).toMatchObject({ drafted: 6, failed: 0 })
    await run()
    const waiting = await db.draft.findMany({
      where: { projectId: actor.project.id, state: 'waiting' },
      orderBy: { position: 'asc' },
      include: { version: { include: { artifact: true } } },
    })
    expect(waiting.map(({ version }) => version.artifact.key)).toEqual([
      ...['person', 'place', 'vessel', 'person', 'place', 'vessel'],
    ])
    const { items } = await leaseDrafts(actor, { count: 3 })
    for (const { version, history } of items) {
      expect(version).toMatchObject({ author: '', blind: true, authorKind: 'model' })
      expect(history).toEqual([])
      expect(await readOrigin(actor, { version: version.id })).toMatchObject({
        blind: true,
        author: null,
        calls: [],
      })
    }
    expect(await readComparison(actor, { comparison: comparisonId })).toMatchObject({
      ...{ state: 'open', drafts: 6, decided: 0, result: null, items: [] },
    })
    expect((await readLearning(actor, {})).rows).toEqual([])
    const calls = await db.modelCall.findMany({ where: { projectId: actor.project.id } })
    expect(calls).toHaveLength(12)
    for (const { id } of calls) {
      const told = await readCall(actor, { call: id })
      expect(told).toMatchObject({ blind: true, raw: '', value: null, versions: [] })
      expect(told.messages.filter(({ role }) => role === 'assistant')).toEqual([])
    }
    expect((await listCalls(actor, { q: 'vessel', limit: 20 })).items).toEqual([])
    const log = await db.auditEntry.findMany({
      where: { projectId: actor.project.id, action: 'guideline.drafted' },
    })
    expect(JSON.stringify(log.map(({ actorId, data }) => [actorId, data]))).not.toContain('stand-in')
    expect(await db.version.count({ where: { artifact: { corpusId: corpus.id } } })).toBe(6)
  })

  it('is decided draft by draft, an edit leaves the other waiting, and its end tells what was found', async () => {
    const actor = await makeProject({ role: 'lead' })
    const { comparisonId, run } = await compare(actor)
    await run()
    const drafts = await db.comparisonDraft.findMany({
      where: { comparisonId },
      include: { version: true },
      orderBy: [{ arm: 'asc' }, { label: 'asc' }],
    })
    for (const { arm, label, version } of drafts) {
      const content = version.content as GuidelineContent
      if (arm === 'a' && label === 'person')
        await editDraft(actor, version, { ...content, definition: `${content.definition} People only.` })
      else if (arm === 'a') await approveDraft(actor, version)
      else await rejectDraft(actor, version)
    }
    const result = await readComparison(actor, { comparison: comparisonId })
    expect(result).toMatchObject({ state: 'closed', decided: 6 })
    expect(result.result).toMatchObject({
      a: { decided: 3, approved: 2, edited: 1, rejected: 0, acceptance: 1, missed: 0 },
      b: { decided: 3, rejected: 3, acceptance: 0, editDistance: null },
      ...{ pairs: { a: 3, b: 0, ties: 0 }, p: expect.closeTo(0.25) },
    })
    expect(result.result!.a.editDistance).toBeGreaterThan(0)
    expect(result.items.filter(({ arm }) => arm === 'b').map(({ state }) => state)).toEqual([
      'reject',
      'reject',
      'reject',
    ])
    const { rows } = await readLearning(actor, {})
    expect(
      rows.map(({ model, approved, edited, rejected }) => ({ model, approved, edited, rejected })),
    ).toEqual(
      expect.arrayContaining([
        { model: 'stand-in', approved: 2, edited: 1, rejected: 0 },
        { model: 'stand-in-small', approved: 0, edited: 0, rejected: 3 },
      ]),
    )
    expect(rows[0]).toMatchObject({ prompt: 'draft-guideline', promptVersion: 1, kind: 'guideline' })
  })

  it('can be ended by a lead: what waits is withdrawn', async () => {
    const actor = await makeProject({ role: 'lead' })
    const { comparisonId, run } = await compare(actor)
    await run()
    expect(await closeComparison(actor, { comparison: comparisonId })).toMatchObject({ state: 'closed' })
    const [call] = (await listCalls(actor, { q: 'vessel', limit: 1 })).items
    const told = await readCall(actor, { call: call!.id })
    expect(told.blind).toBe(false)
    expect(told.raw).not.toBe('')
    expect(await db.draft.count({ where: { projectId: actor.project.id, state: 'waiting' } })).toBe(0)
    await expect(
      startComparison(actor, {
        corpus: (await makeCorpus(actor, { sentences })).id,
        ...{
          a: { connectionId: comparisonId, lessons: true },
          b: { connectionId: comparisonId, lessons: true },
        },
      }),
    ).rejects.toMatchObject({ details: { reason: 'nothing-to-compare' } })
  })
})

describe('which of two drafts fared better', () => {
  it('is the accepted one, then the one that was edited less', () => {
    const accepted = (distance: number) => ({ fate: 'accepted' as const, distance })
    expect(betterOf(accepted(0.5), { fate: 'rejected' })).toBe('a')
    expect(betterOf(accepted(0.5), accepted(0.1))).toBe('b')
    expect(betterOf(accepted(0), accepted(0.001))).toBe('tie')
    expect(betterOf({ fate: 'rejected' }, { fate: 'rejected' })).toBe('tie')
    expect(betterOf(accepted(0), { fate: 'undecided' })).toBeNull()
  })

  it('is told from chance by the exact sign test', () => {
    expect(signTest({ wins: 0, losses: 0 })).toBe(1)
    expect(signTest({ wins: 5, losses: 5 })).toBe(1)
    expect(signTest({ wins: 8, losses: 1 })).toBeCloseTo(0.0390625, 10)
    expect(signTest({ wins: 10, losses: 0 })).toBeCloseTo(2 / 1024, 10)
    expect(signTest({ wins: 600, losses: 400 })).toBeLessThan(1e-9)
  })
})
