import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { startFakeLlm } from '@/e2e/fake-llm/start-fake-llm'
import { readOrigin } from '@/lib/artifacts/origin/queries'
import { db } from '@/lib/platform/db'
import { draftAll } from '@/prisma/factories/artifacts'
import { connectModels } from '@/prisma/factories/connections'
import { makeCorpus } from '@/prisma/factories/corpora'
import { makeProject } from '@/prisma/factories/people'
import { editDraft } from '@/prisma/factories/reviews'

process.env.GLOSS_MODEL_NETWORKS = 'loopback'
const fake = await startFakeLlm()
afterAll(() => fake.close())
beforeEach(() => fetch(`${fake.url}/control`, { method: 'DELETE' }))

const sentences = [
  'The ferry [Grey Petrel|vessel] left [Wickholm|place] at noon.',
  'Nobody saw the [Grey Petrel|vessel] return to [Ostrey|place].',
  'A tug, the [Brave Anna|vessel], lay in [Wickholm|place] harbour.',
  'The Wickholm council met without [Mayor Thorne|person].',
]

describe('a model that drafts guidelines', () => {
  it('proposes one version per label, with its calls, evidence and price, and decides nothing', async () => {
    const actor = await makeProject({ role: 'lead' })
    const corpus = await makeCorpus(actor, { sentences })
    const connectionId = await connectModels(actor, fake)
    const { result } = await draftAll(actor, { corpus: corpus.id, by: { connectionId } })
    expect(result).toMatchObject({ drafted: 3, unchanged: 0, left: 0, failed: 0, missed: [] })
    const versions = await db.version.findMany({
      where: { artifact: { corpusId: corpus.id, kind: 'guideline' } },
      include: { artifact: true, draft: true, evidence: true, calls: true, origin: true },
    })
    expect(versions.map(({ artifact }) => artifact.key).sort()).toEqual(['person', 'place', 'vessel'])
    for (const { authorKind, authorId, draft, evidence, calls, origin } of versions) {
      expect({ authorKind, authorId }).toEqual({ authorKind: 'model', authorId: 'stand-in via Ours' })
      expect(draft).toMatchObject({ state: 'waiting' })
      expect(evidence?.content).toMatchObject({ claims: [] })
      expect(calls.length).toBeGreaterThan(0)
      expect(origin).toMatchObject({ prompt: 'draft-guideline', promptVersion: 1, model: 'stand-in' })
      expect(origin!.cost).toBeGreaterThan(0n)
    }
    expect(await db.decision.count({ where: { projectId: actor.project.id } })).toBe(0)
  })

  it('tells where a version comes from and how much of an edited text is its own', async () => {
    const actor = await makeProject({ role: 'lead' })
    const corpus = await makeCorpus(actor, { sentences })
    const connectionId = await connectModels(actor, fake)
    await draftAll(actor, { corpus: corpus.id, labels: ['vessel'], by: { connectionId } })
    const draft = await db.version.findFirstOrThrow({ where: { artifact: { corpusId: corpus.id } } })
    expect(await readOrigin(actor, { version: draft.id })).toMatchObject({
      author: { kind: 'model', name: 'stand-in via Ours' },
      draftedVersionId: draft.id,
      modelShare: 1,
      editDistance: null,
      blind: false,
    })
    const content = { ...(draft.content as { definition: string }), definition: 'A named ship or boat.' }
    const { resultVersionId } = await editDraft(actor, draft, content as never)
    const origin = await readOrigin(actor, { version: resultVersionId! })
    expect(origin).toMatchObject({ draftedVersionId: draft.id, author: { kind: 'model' } })
    expect(origin.calls[0]).toMatchObject({
      prompt: 'draft-guideline',
      model: 'stand-in',
      connection: 'Ours',
    })
    expect(origin.modelShare).toBeGreaterThan(0)
    expect(origin.modelShare).toBeLessThan(1)
    expect(origin.editDistance).toBeGreaterThan(0)
  })
})
