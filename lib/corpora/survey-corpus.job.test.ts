import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { listInstancesQuery } from '@/lib/corpora/instances/schema'
import { surveyCorpusJob } from '@/lib/corpora/jobs'
import { listInstances } from '@/lib/corpora/list-instances'
import { listProblems, readSurvey } from '@/lib/corpora/survey/queries'
import { surveyCorpus } from '@/lib/corpora/survey-corpus'
import { surveyCorpusHandler } from '@/lib/corpora/survey-corpus.job'
import { db } from '@/lib/platform/db'
import { Cancelled } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import { makeCorpus } from '@/prisma/factories/corpora'
import { keepFilesApart } from '@/prisma/factories/files'
import { importContent, manyLines } from '@/prisma/factories/imports'
import { makeJobContext } from '@/prisma/factories/jobs'
import { makeProject } from '@/prisma/factories/people'

keepFilesApart()

const survey = (actor: ProjectActor, corpusId: string) =>
  surveyCorpusHandler.run({ corpusId }, makeJobContext(actor))

/** The ordinals that a search finds, read to the end in pages of two. */
async function find(actor: ProjectActor, corpus: string, asked: Partial<z.input<typeof listInstancesQuery>>) {
  const found: number[] = []
  let cursor: string | undefined
  do {
    const page = await listInstances(actor, { corpus, ...(asked as object), cursor, limit: 2 })
    found.push(...page.items.map(({ ordinal }) => ordinal))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return found
}

const sentences = [
  'The [Grey Petrel|vessel] left [Skelling|place] at noon.',
  'Grey skies over the harbour, said [Ida Holm|person].',
  '[港务局|organisation]说货轮在[港口|place]内。',
  '[港口|place]和口内没有船。',
  'The petrel grey is a bird.',
  'Nobody wrote -> about it.',
]

describe('a survey', () => {
  it('is ordered when an import ends, and can be ordered by a lead', async () => {
    const actor = await makeProject()
    const { id: corpus } = await importContent(actor, manyLines(3))
    const ordered = await db.jobRun.findMany({ where: { subjectId: corpus, kind: surveyCorpusJob.name } })
    expect(ordered).toMatchObject([{ state: 'queued', total: 3n, startedBy: actor.id }])
    expect(await surveyCorpus(actor, { corpus })).toEqual({ jobId: ordered[0]!.id })
    expect(await readSurvey(actor, { corpus })).toEqual({ survey: null, jobId: ordered[0]!.id })
    await expect(surveyCorpus({ ...actor, role: 'annotator' }, { corpus })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it('counts lengths, items, labels and their company', async () => {
    const actor = await makeProject()
    const { id } = await makeCorpus(actor, { sentences })
    await survey(actor, id)
    const { survey: found } = await readSurvey(actor, { corpus: id })
    expect(found).toMatchObject({ phase: 'ready', content: { instances: 6, items: 6 } })
    const { lengths, density, pairs } = found!.content
    expect(lengths).toEqual([
      { from: 0, instances: 1 },
      { from: 10, instances: 1 },
      { from: 20, instances: 2 },
      { from: 30, instances: 2 },
    ])
    expect(density.map(({ instances }) => instances)).toEqual([2, 2, 2])
    const at = (label: string) => pairs.labels.indexOf(label)
    expect(pairs.counts[at('place')]![at('vessel')]).toBe(1)
    expect(pairs.counts[at('place')]![at('place')]).toBe(3)
    expect(pairs.counts[at('person')]![at('vessel')]).toBe(0)
    expect(await find(actor, id, { label: 'place', otherLabel: 'vessel' })).toEqual([1])
    expect(await find(actor, id, { length: 20 })).toHaveLength(2)
    expect(await find(actor, id, { items: 0 })).toEqual([5, 6])
    expect(await find(actor, id, { language: 'zh' })).toEqual([3, 4])
  })

  it('finds words in any order, phrases, Chinese words of any length, and signs', async () => {
    const actor = await makeProject()
    const { id } = await makeCorpus(actor, { sentences })
    expect(await listInstances(actor, { corpus: id, q: 'grey', limit: 9 })).toMatchObject({ indexing: true })
    await survey(actor, id)
    expect(await find(actor, id, { q: 'GREY petrel' })).toEqual([1, 5])
    expect(await find(actor, id, { q: '"grey petrel"' })).toEqual([1])
    expect(await find(actor, id, { q: '港口' })).toEqual([3, 4])
    expect(await find(actor, id, { q: '港' })).toEqual([3, 4])
    expect(await find(actor, id, { q: '港口内' })).toEqual([3])
    expect(await find(actor, id, { q: '->' })).toEqual([6])
    expect(await find(actor, id, { q: 'petre' })).toEqual([])
    expect(await find(actor, id, { q: 'grey', label: 'person' })).toEqual([2])
    const { items } = await listInstances(actor, { corpus: id, q: 'petrel', limit: 1 })
    expect(items[0]!.hits).toEqual([{ start: 9, end: 15 }])
  })

  it('finds a question by its own words', async () => {
    const actor = await makeProject()
    const qas = ['Where is the quay?', 'Who closed it?'].map((question, id) => ({
      id,
      question,
      answers: [],
    }))
    const data = [{ title: 'A', paragraphs: [{ context: 'The old quay is closed.', qas }] }]
    const content = JSON.stringify({ version: '1.1', data })
    const { id } = await importContent(actor, content, { fileName: 'quay.json' })
    await survey(actor, id)
    expect(await find(actor, id, { q: 'who closed' })).toEqual([2])
    expect(await find(actor, id, { q: '"closed it"' })).toEqual([2])
    expect(await find(actor, id, { q: 'quay' })).toEqual([1, 2])
    const { items } = await listInstances(actor, { corpus: id, q: 'quay', limit: 1 })
    expect(items[0]).toMatchObject({
      hits: [{ start: 8, end: 12 }],
      questionHits: [{ start: 13, end: 17 }],
    })
  })

  it('marks what was searched for in the turn in which it stands', async () => {
    const actor = await makeProject()
    const messages = [
      { role: 'user', content: 'Where do ships lie?' },
      { role: 'assistant', content: 'At the quay.' },
    ]
    const { id } = await importContent(actor, JSON.stringify({ messages }), { fileName: 'quay.jsonl' })
    await survey(actor, id)
    const { items } = await listInstances(actor, { corpus: id, q: 'quay', limit: 1 })
    expect(items[0]).toMatchObject({ hits: [], turnHits: [[], [{ start: 7, end: 11 }]] })
  })

  it('groups texts that are nearly the same, and leaves out those that are the very same', async () => {
    const actor = await makeProject()
    const long = Array.from({ length: 30 }, (_, i) => `word${i}`)
    const changed = long.toSpliced(29, 1, 'other')
    const texts = [long.join(' '), 'something else altogether', changed.join(' '), 'twice', 'twice']
    const { id } = await makeCorpus(actor, { sentences: texts })
    await survey(actor, id)
    const { items } = await listProblems(actor, { corpus: id, kind: 'near-duplicate', limit: 10 })
    expect(items).toMatchObject([{ groupKey: '1', instances: 2, ordinals: [1, 3] }])
    expect(await find(actor, id, { problem: 'near-duplicate' })).toEqual([1, 3])
    const { survey: found } = await readSurvey(actor, { corpus: id })
    expect(found!.content.problems).toContainEqual({ kind: 'near-duplicate', instances: 2, groups: 1 })
  })

  it('goes on where it was killed, and a second one takes the place of the first', async () => {
    const actor = await makeProject()
    const { id } = await makeCorpus(actor, { sentences })
    for (const reports of [0, 1, 2, 3]) {
      let left = reports
      const progress = async () => {
        if (left-- === 0) throw new Error('killed')
      }
      const dying = makeJobContext(actor, { progress })
      await surveyCorpusHandler.run({ corpusId: id }, dying).catch(() => undefined)
    }
    await survey(actor, id)
    await survey(actor, id)
    expect(await db.corpusSurvey.findMany({ where: { corpusId: id } })).toHaveLength(1)
    expect(await find(actor, id, { q: 'grey' })).toEqual([1, 2, 5])
    expect((await readSurvey(actor, { corpus: id })).survey!.content.instances).toBe(6)
  })

  it('leaves nothing when it is cancelled before its texts can be searched, nor when its corpus goes', async () => {
    const actor = await makeProject()
    const { id } = await makeCorpus(actor, { sentences })
    const progress = async () => {
      throw new Cancelled()
    }
    const cancelled = makeJobContext(actor, { progress })
    await expect(surveyCorpusHandler.run({ corpusId: id }, cancelled)).rejects.toBeInstanceOf(Cancelled)
    await surveyCorpusHandler.ended!({ corpusId: id }, 'cancelled', cancelled)
    expect(await db.corpusSurvey.count({ where: { corpusId: id } })).toBe(0)
    await survey(actor, id)
    const { id: surveyId } = await db.corpusSurvey.findFirstOrThrow({ where: { corpusId: id } })
    expect(await db.instanceTerm.count({ where: { surveyId } })).toBeGreaterThan(20)
    await db.corpus.delete({ where: { id } })
    expect(await db.instanceTerm.count({ where: { surveyId } })).toBe(0)
  })
})
