import { describe, expect, it } from 'vitest'
import { previewImport } from '@/lib/corpora/preview-import'
import { readSurvey } from '@/lib/corpora/survey/queries'
import { surveyCorpusHandler } from '@/lib/corpora/survey-corpus.job'
import { keepFilesApart } from '@/prisma/factories/files'
import { importContent, makeUpload } from '@/prisma/factories/imports'
import { makeJobContext } from '@/prisma/factories/jobs'
import { makeProject } from '@/prisma/factories/people'

keepFilesApart()

const line = (text: string, label?: string) =>
  JSON.stringify({ text, spans: label ? [{ start: 0, end: 4, label }] : [] })

const doubtful = [
  line('Ship one left.', 'vessel'),
  line('Ship one left.', 'vessel'),
  line('Ship two left.', 'vessel'),
  line('Ship two left.', 'place'),
  line('Ship six sank.', 'Vessels'),
  line('---'),
].join('\n')

describe('the preview of an import', () => {
  it('shows spellings of one label, each with an instance that carries it', async () => {
    const actor = await makeProject()
    const { id: upload } = await makeUpload(actor, doubtful)
    const { variants } = await previewImport(actor, { upload })
    expect(variants).toMatchObject([
      [
        { label: 'vessel', items: 3, example: { ordinal: 1, text: 'Ship one left.' } },
        { label: 'Vessels', items: 1, example: { ordinal: 5, text: 'Ship six sank.' } },
      ],
    ])
  })

  it('counts what is doubtful as a survey of the whole corpus does', async () => {
    const actor = await makeProject()
    const { id: upload } = await makeUpload(actor, doubtful)
    const { problems } = await previewImport(actor, { upload })
    expect(
      problems.map(({ examples, ...one }) => ({ ...one, ordinals: examples.map(({ ordinal }) => ordinal) })),
    ).toEqual([
      { kind: 'exact-duplicate', instances: 2, groups: 1, ordinals: [1, 2] },
      { kind: 'conflicting-duplicate', instances: 2, groups: 1, ordinals: [3, 4] },
      { kind: 'poor-text', instances: 1, groups: 1, ordinals: [6] },
    ])
    const { id } = await importContent(actor, doubtful)
    await surveyCorpusHandler.run({ corpusId: id }, makeJobContext(actor))
    const { survey } = await readSurvey(actor, { corpus: id })
    const found = survey!.content.problems
    for (const { kind, instances, groups } of problems)
      expect(found).toContainEqual({ kind, instances, groups })
  })

  it('counts answers that stand elsewhere question by question', async () => {
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
    const { id: upload } = await makeUpload(actor, content, 'a.json')
    const { problems } = await previewImport(actor, { upload })
    expect(problems).toMatchObject([
      { kind: 'flagged-answer', instances: 2, groups: 2, examples: [{ ordinal: 1 }] },
    ])
  })
})
