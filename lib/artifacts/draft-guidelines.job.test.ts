import { describe, expect, test } from 'vitest'
import { draftGuidelines } from '@/lib/artifacts/draft-guidelines'
import { draftGuidelinesHandler } from '@/lib/artifacts/draft-guidelines.job'
import { checkContent } from '@/lib/artifacts/kinds/guideline/check-content'
import { guidelineContentSchema } from '@/lib/artifacts/kinds/guideline/content'
import { guidelineEvidenceSchema } from '@/lib/artifacts/kinds/guideline/evidence'
import { db } from '@/lib/platform/db'
import { Cancelled } from '@/lib/platform/errors'
import { contentHash } from '@/lib/platform/hash'
import { draftAll } from '@/prisma/factories/artifacts'
import { makeCorpus, makeLabelledCorpus } from '@/prisma/factories/corpora'
import { makeJobContext } from '@/prisma/factories/jobs'
import { joinProject, makeProject } from '@/prisma/factories/people'

const sentences = [
  'The ferry [Grey Petrel|vessel] left [Wick|place] with Captain [Ann Moor|person] .',
  '[Wick|organisation] beat [Ostrey|organisation] in [Ostrey|place] .',
  'Nobody saw the [Grey Petrel|vessel] return to [Wick|place] , said [Moor|person] .',
]

async function versionsOf(corpusId: string) {
  return db.version.findMany({
    where: { artifact: { corpusId } },
    include: { artifact: true, draft: true, evidence: true },
    orderBy: [{ artifact: { key: 'asc' } }, { number: 'asc' }],
  })
}

const settle = (versionId: string, state: string) =>
  db.draft.update({ where: { versionId }, data: { state } })

describe('drafting a corpus', () => {
  test('proposes one version per label, mined, with evidence, sound examples and an audit row that names who asked', async () => {
    const actor = await makeProject()
    const corpus = await makeCorpus(actor, { sentences })
    const { result, jobId, context } = await draftAll(actor, { corpus: corpus.id })
    expect(result).toEqual({ drafted: 4, unchanged: 0, left: 0 })
    const versions = await versionsOf(corpus.id)
    expect(versions.map(({ artifact }) => artifact.key)).toEqual([
      'organisation',
      'person',
      'place',
      'vessel',
    ])
    for (const version of versions) {
      const content = guidelineContentSchema.parse(version.content)
      expect(version).toMatchObject({ number: 1, authorKind: 'miner', authorId: 'corpus-miner/2' })
      expect(version.draft?.state).toBe('waiting')
      expect(version.contentHash).toBe(contentHash(content))
      expect(await checkContent(corpus.id, content)).toEqual([])
      expect(content.positives.length).toBeGreaterThan(0)
      expect(guidelineEvidenceSchema.parse(version.evidence?.content).label).toBe(version.artifact.key)
      const [entry] = await db.auditEntry.findMany({ where: { subjectId: version.id } })
      expect(entry).toMatchObject({ actorKind: 'system', action: 'guideline.drafted' })
      expect(entry?.data).toMatchObject({ startedBy: actor.id, jobId, label: version.artifact.key })
    }
    expect(context.steps.map(({ key }) => key)).toContain('readingGold')
    expect(context.notes).toContainEqual({ key: 'labelDrafted', params: { label: 'vessel' } })
  })

  test('drafts only the labels that were named', async () => {
    const actor = await makeProject()
    const corpus = await makeCorpus(actor, { sentences })
    await draftAll(actor, { corpus: corpus.id, labels: ['vessel'] })
    expect((await versionsOf(corpus.id)).map(({ artifact }) => artifact.key)).toEqual(['vessel'])
  })
})

describe('drafting other forms than named entities', () => {
  const related = ['Ann lives in Wick.', 'Bea lives in Fell.'].map((text) => ({
    text,
    gold: {
      entities: [
        { start: 0, end: 3, label: 'person' },
        { start: 13, end: 17, label: 'place' },
      ],
      relations: [{ type: 'home', head: 0, tail: 1 }],
    },
  }))
  const classed = ['Where is my card?', 'My card is lost.'].map((text) => ({
    text,
    gold: { labels: ['card'], multi: false },
  }))

  test.each([
    { taskForm: 're', rows: related, key: 'home', first: { start: 0, end: 3, tail: { start: 13, end: 17 } } },
    { taskForm: 'tc', rows: classed, key: 'card', first: { start: 0, end: 17 } },
  ] as const)('$taskForm: proposes a version per label whose examples are in the gold', async (given) => {
    const actor = await makeProject()
    const corpus = await makeLabelledCorpus(actor, given)
    await draftAll(actor, { corpus: corpus.id })
    const [version, ...others] = await versionsOf(corpus.id)
    expect(others).toEqual([])
    expect(version!.artifact).toMatchObject({ key: given.key, taskForm: given.taskForm })
    const content = guidelineContentSchema.parse(version!.content)
    expect(content.positives[0]).toMatchObject(given.first)
    expect(await checkContent(corpus.id, content)).toEqual([])
    const astray = { ...content, positives: [{ ordinal: 1, start: 1, end: 2, note: '' }] }
    expect(await checkContent(corpus.id, astray)).toMatchObject([{ code: 'not-a-mention' }])
    const taken = { ...content, negatives: content.positives.slice(0, 1) }
    expect(await checkContent(corpus.id, taken)).toMatchObject([{ code: 'is-a-mention' }])
  })

  test('is refused, and says why, where there are no labels', async () => {
    const actor = await makeProject()
    const gold = { tuples: [] }
    const corpus = await makeLabelledCorpus(actor, {
      taskForm: 'openie',
      rows: [{ text: 'Ann left.', gold }],
    })
    await expect(draftGuidelines(actor, { corpus: corpus.id })).rejects.toThrow(/has no labels/)
  })
})

describe('drafting again', () => {
  test('leaves alone what waits or was decided, unless asked', async () => {
    const actor = await makeProject()
    const corpus = await makeCorpus(actor, { sentences })
    await draftAll(actor, { corpus: corpus.id })
    const [organisation, person] = await versionsOf(corpus.id)
    await settle(organisation!.id, 'rejected')
    await settle(person!.id, 'approved')
    expect(await draftAll(actor, { corpus: corpus.id })).toMatchObject({ result: { drafted: 0, left: 4 } })
    const rejected = await draftAll(actor, { corpus: corpus.id, again: 'rejected' })
    expect(rejected.result).toEqual({ drafted: 1, unchanged: 0, left: 3 })
    const versions = await versionsOf(corpus.id)
    expect(versions.map(({ artifact, number }) => `${artifact.key} ${number}`)).toEqual([
      'organisation 1',
      'organisation 2',
      'person 1',
      'place 1',
      'vessel 1',
    ])
  })

  test('asked for all: proposes anew where the gold says something new, and supersedes what waited', async () => {
    const actor = await makeProject()
    const corpus = await makeCorpus(actor, { sentences })
    await draftAll(actor, { corpus: corpus.id })
    const all = await draftAll(actor, { corpus: corpus.id, again: 'all' })
    expect(all.result).toEqual({ drafted: 0, unchanged: 4, left: 0 })
    const gold = { spans: [{ start: 10, end: 14, label: 'vessel' }] }
    await db.instance.update({
      where: { corpusId_ordinal: { corpusId: corpus.id, ordinal: 1 } },
      data: { gold },
    })
    const changed = await draftAll(actor, { corpus: corpus.id, labels: ['vessel'], again: 'all' })
    expect(changed.result).toEqual({ drafted: 1, unchanged: 0, left: 0 })
    const vessels = (await versionsOf(corpus.id)).filter(({ artifact }) => artifact.key === 'vessel')
    expect(vessels.map(({ number, draft }) => [number, draft?.state])).toEqual([
      [1, 'superseded'],
      [2, 'waiting'],
    ])
  })
})

describe('an interrupted run', () => {
  const ordered = async () => {
    const actor = await makeProject()
    const corpus = await makeCorpus(actor, { sentences })
    const { jobId } = await draftGuidelines(actor, { corpus: corpus.id, again: 'all' })
    return {
      actor,
      corpusId: corpus.id,
      runId: jobId,
      payload: { corpusId: corpus.id, again: 'all' as const },
    }
  }
  const stopAt = (label: string, error: Error) => ({
    progress: async ({ step }: { step?: { params?: Record<string, unknown> } }) => {
      if (step?.params?.label === label) throw error
    },
  })

  test('goes on where it stopped and drafts nothing twice', async () => {
    const { actor, corpusId, runId, payload } = await ordered()
    const dying = makeJobContext(actor, { runId, ...stopAt('place', new Error('killed')) })
    await expect(draftGuidelinesHandler.run(payload, dying)).rejects.toThrow('killed')
    expect(await versionsOf(corpusId)).toHaveLength(2)
    const result = await draftGuidelinesHandler.run(payload, makeJobContext(actor, { runId }))
    expect(result).toEqual({ drafted: 4, unchanged: 0, left: 0 })
    expect((await versionsOf(corpusId)).map(({ number }) => number)).toEqual([1, 1, 1, 1])
  })

  test('keeps the labels that were finished when a person cancels', async () => {
    const { actor, corpusId, runId, payload } = await ordered()
    const cancelled = makeJobContext(actor, { runId, ...stopAt('vessel', new Cancelled()) })
    await expect(draftGuidelinesHandler.run(payload, cancelled)).rejects.toThrow(Cancelled)
    const versions = await versionsOf(corpusId)
    expect(versions.map(({ artifact }) => artifact.key)).toEqual(['organisation', 'person', 'place'])
    expect(versions.every(({ draft }) => draft?.state === 'waiting')).toBe(true)
  })
})

describe('ordering drafts', () => {
  test('is refused to annotators, for foreign corpora, unfinished ones, unknown labels, and while a job is open', async () => {
    const actor = await makeProject()
    const corpus = await makeCorpus(actor, { sentences })
    const reason = (given: string) =>
      expect.objectContaining({ details: expect.objectContaining({ reason: given }) })
    const annotator = await joinProject(actor.project.slug)
    await expect(draftGuidelines(annotator, { corpus: corpus.id })).rejects.toEqual(reason('role-needed'))
    const stranger = await makeProject()
    await expect(draftGuidelines(stranger, { corpus: corpus.id })).rejects.toEqual(reason('corpus-unknown'))
    await expect(draftGuidelines(actor, { corpus: corpus.id, labels: ['ship'] })).rejects.toEqual(
      reason('label-unknown'),
    )
    await draftGuidelines(actor, { corpus: corpus.id })
    await expect(draftGuidelines(actor, { corpus: corpus.id })).rejects.toEqual(reason('already-drafting'))
    await db.corpus.update({ where: { id: corpus.id }, data: { state: 'importing' } })
    await expect(draftGuidelines(actor, { corpus: corpus.id })).rejects.toEqual(reason('corpus-not-ready'))
  })

  test('leaves the job, its payload and an audit row, or nothing at all', async () => {
    const actor = await makeProject()
    const corpus = await makeCorpus(actor, { sentences })
    const { jobId } = await draftGuidelines(actor, { corpus: corpus.id, labels: ['place'] })
    const run = await db.jobRun.findUniqueOrThrow({ where: { id: jobId } })
    expect(run).toMatchObject({ kind: 'draft-guidelines', subjectId: corpus.id, state: 'queued', total: 1n })
    const entry = await db.auditEntry.findFirst({
      where: { subjectId: corpus.id, action: 'guidelines.ordered' },
    })
    expect(entry).toMatchObject({ actorId: actor.id, data: { jobId, labels: ['place'], again: 'never' } })
  })
})
