import { describe, expect, it } from 'vitest'
import { listInstances } from '@/lib/corpora/list-instances'
import type { ProblemKind } from '@/lib/corpora/survey/model'
import { listProblems, readSurvey } from '@/lib/corpora/survey/queries'
import { surveyCorpusHandler } from '@/lib/corpora/survey-corpus.job'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { makeCorpus } from '@/prisma/factories/corpora'
import { keepFilesApart } from '@/prisma/factories/files'
import { importContent } from '@/prisma/factories/imports'
import { makeJobContext } from '@/prisma/factories/jobs'
import { makeProject } from '@/prisma/factories/people'

keepFilesApart()

const survey = (actor: ProjectActor, corpusId: string) =>
  surveyCorpusHandler.run({ corpusId }, makeJobContext(actor))

/** Of each group of a kind: its key and its instances. */
async function groupsOf(actor: ProjectActor, corpus: string, kind: ProblemKind) {
  const { items } = await listProblems(actor, { corpus, kind, limit: 50 })
  return items.map(({ groupKey, ordinals }) => [groupKey, ordinals])
}

const sentences = [
  'The [Greens|politicalparty] met [Ida Holm|person].',
  'The [Reds|political_party] and the [Greens|politicalparty] spoke.',
  '---',
  'The [Greens|politicalparty] met [Ida Holm|person].',
  '[Ida Holm|person] spoke about the weather.',
  '[Ida Holm|politician] spoke about the weather.',
  'Корабль вышел в море рано утром.',
  'The [Reds,|PoliticalParty] lost.',
  'The [Red|person]s lost against the others.',
]

describe('what a survey doubts', () => {
  it('stands in groups, and every instance is found by it', async () => {
    const actor = await makeProject()
    const { id } = await makeCorpus(actor, { sentences })
    await survey(actor, id)
    expect((await groupsOf(actor, id, 'exact-duplicate')).map(([, ordinals]) => ordinals)).toEqual([[1, 4]])
    expect((await groupsOf(actor, id, 'conflicting-duplicate')).map(([, ordinals]) => ordinals)).toEqual([
      [5, 6],
    ])
    expect(await groupsOf(actor, id, 'poor-text')).toEqual([['short', [3]]])
    expect(await groupsOf(actor, id, 'other-script')).toEqual([['Cyrl', [7]]])
    expect(await groupsOf(actor, id, 'label-variant')).toEqual([['politicalparty', [2, 8]]])
    expect(await groupsOf(actor, id, 'loose-edge')).toEqual([['punctuation', [8]]])
    expect(await groupsOf(actor, id, 'cut-word')).toEqual([['cut-word', [9]]])
    expect(await groupsOf(actor, id, 'unknown-label')).toEqual([])
    const { survey: found } = await readSurvey(actor, { corpus: id })
    expect(found!.content.problems).toContainEqual({ kind: 'label-variant', instances: 2, groups: 1 })
    const page = await listInstances(actor, { corpus: id, problem: 'label-variant', limit: 9 })
    expect(page.items.map(({ ordinal }) => ordinal)).toEqual([2, 8])
  })

  it('run again, finds the same and nothing twice', async () => {
    const actor = await makeProject()
    const { id } = await makeCorpus(actor, { sentences })
    const all = () =>
      db.instanceProblem.findMany({ where: { corpusId: id }, orderBy: [{ kind: 'asc' }, { ordinal: 'asc' }] })
    await survey(actor, id)
    const first = await all()
    await survey(actor, id)
    expect(await all()).toEqual(first)
  })

  it('knows the labels that the corpus should have, where somebody said so', async () => {
    const actor = await makeProject()
    const { id } = await makeCorpus(actor, { sentences })
    await db.corpus.update({ where: { id }, data: { plan: { known: ['person', 'politicalparty'] } } })
    await survey(actor, id)
    expect(await groupsOf(actor, id, 'unknown-label')).toEqual([
      ['PoliticalParty', [8]],
      ['political_party', [2]],
      ['politician', [6]],
    ])
  })

  it('takes over what the import said of answers that stand elsewhere, question by question', async () => {
    const actor = await makeProject()
    const qas = [
      { id: '1', question: 'Who left?', answers: [{ text: 'Ida', answer_start: 7 }] },
      { id: '2', question: 'When?', answers: [{ text: 'noon', answer_start: 12 }] },
      { id: '3', question: 'Why?', answers: [{ text: 'fear', answer_start: 3 }] },
    ]
    const content = JSON.stringify({
      version: '1.1',
      data: [{ title: 'a', paragraphs: [{ context: 'Ida left at noon.', qas }] }],
    })
    const { id } = await importContent(actor, content, { fileName: 'a.json' })
    await survey(actor, id)
    expect(await groupsOf(actor, id, 'flagged-answer')).toEqual([
      ['words-absent', [3]],
      ['words-moved', [1]],
    ])
  })

  it('does not take two questions about one text for a conflict', async () => {
    const actor = await makeProject()
    const line = (question: string, text: string) =>
      JSON.stringify({
        context: 'Ida left at noon.',
        question,
        answers: { text: [text], answer_start: [text === 'Ida' ? 0 : 12] },
      })
    const content = [line('Who left?', 'Ida'), line('When?', 'noon'), line('Who left?', 'noon')].join('\n')
    const { id } = await importContent(actor, content, { fileName: 'a.jsonl' })
    await survey(actor, id)
    expect((await groupsOf(actor, id, 'conflicting-duplicate')).map(([, ordinals]) => ordinals)).toEqual([
      [1, 3],
    ])
    expect(await groupsOf(actor, id, 'exact-duplicate')).toEqual([])
  })
})
