import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { squad } from '@/lib/corpora/formats/squad/format'
import { FILE_START, type ReadInstances } from '@/lib/corpora/model'
import type { MrcGold } from '@/lib/tasks/mrc/gold'
import { collect } from '@/prisma/factories/bytes'
import { findSharedData } from '@/prisma/factories/shared-data'
import { sampleOf, sourceOf } from '@/prisma/factories/sources'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

async function read(content: Buffer | string, size?: number): Promise<ReadInstances[]> {
  const options = squad.recognise(sampleOf(content))?.options ?? {}
  return collect(squad.read(sourceOf(content, size), FILE_START, { taskForm: 'mrc', options }))
}

const instancesOf = (readings: readonly ReadInstances[]) =>
  readings.flatMap(({ instances }) =>
    instances.map(({ text, gold, meta }) => ({ text, meta, ...(gold as MrcGold) })),
  )
const report = (readings: readonly ReadInstances[]) =>
  readings.flatMap(({ issues }) => issues.map((one) => `${one.line} ${one.severity} ${one.code}`))

describe('reading SQuAD', () => {
  it('makes an instance of every question, with its answers in code points', async () => {
    const readings = await read(fixture('harbour.json'))
    expect(report(readings)).toEqual([])
    expect(instancesOf(readings)).toMatchObject([
      {
        question: 'Which ship left?',
        answerable: true,
        answers: [
          { text: 'The 🚢 Grey Petrel', start: 0 },
          { text: 'Grey Petrel', start: 6 },
        ],
        meta: { id: 'p1' },
      },
      {
        question: 'When did she come back?',
        answerable: false,
        answers: [],
        plausible: [{ text: 'noon', start: 35 }],
      },
      { text: '海燕三号于周二离开澜湾。\n船长是何丽。', answers: [{ text: '何丽', start: 16 }] },
    ])
    expect(readings.map(({ line, instances }) => [line, instances.length])).toEqual([
      [1, 2],
      [2, 1],
    ])
  })

  it.each([
    ['after a byte order mark', (given: string) => `\ufeff${given}`],
    ['with Windows line ends', (given: string) => given.replaceAll('\n', '\r\n')],
    ['without a line end', (given: string) => JSON.stringify(JSON.parse(given))],
    ['without what is around the articles', (given: string) => JSON.stringify(JSON.parse(given).data)],
    [
      'as a paragraph a line',
      (given: string) =>
        JSON.parse(given)
          .data[0].paragraphs.map((one: unknown) => JSON.stringify(one))
          .join('\n'),
    ],
    ['as rows of Hugging Face', (given: string) => rowsOf(given).join('\n')],
    ['as a list of such rows', (given: string) => `[${rowsOf(given).join(',\n')}]`],
  ])('reads the same %s', async (_what, rewrite) => {
    const content = rewrite(fixture('harbour.json'))
    const expected = instancesOf(await read(fixture('harbour.json')))
    expect(squad.recognise(sampleOf(content))).toMatchObject({ certainty: 1, taskForms: ['mrc'] })
    for (const size of [7, undefined]) {
      const found = instancesOf(await read(content, size))
      const bare = (all: typeof found) => all.map(({ plausible: _plausible, ...rest }) => rest)
      expect(bare(found)).toEqual(bare(expected))
    }
  })

  it('reads without knowing where the paragraphs are', async () => {
    const content = fixture('harbour.json')
    const readings = await collect(
      squad.read(sourceOf(content), FILE_START, { taskForm: 'mrc', options: squad.options.parse({}) }),
    )
    expect(instancesOf(readings)).toEqual(instancesOf(await read(content)))
  })

  it('moves an answer to the only place where it stands, and leaves one of several without a place', async () => {
    const readings = await read(fixture('misplaced.json'))
    expect(instancesOf(readings).map(({ meta, answers }) => [meta?.id, answers])).toEqual([
      ['moved', [{ text: '🚢', start: 3 }]],
      ['units', [{ text: 'pilot', start: 25 }]],
      ['spaced', [{ text: 'lay  at\nanchor', start: 5 }]],
      ['ambiguous', [{ text: 'pilot' }]],
      ['absent', [{ text: 'at dawn' }]],
    ])
    expect(report(readings)).toEqual([
      '1 warning words-moved',
      '1 warning words-moved',
      '1 warning words-spaced',
      '1 warning words-ambiguous',
      '1 warning words-absent',
    ])
    expect(readings[0]?.issues[0]).toMatchObject({
      message:
        'qas[0].answers[0]: “🚢” does not stand at 2 but at 3. It was placed there. The record begins in line 5 of the file.',
      excerpt: 'What lay there?',
    })
  })

  it('refuses what cannot be read, question by question', async () => {
    const readings = await read(fixture('broken.json'))
    const said = readings.flatMap(({ issues }) =>
      issues.map(
        ({ line, severity, code, message }) => `${line} ${severity} ${code}: ${message.split(':')[0]}`,
      ),
    )
    expect(said).toEqual([
      '1 error gold-missing: qas[1].answers',
      '1 error question-empty: qas[2].question',
      '1 error question-malformed: qas[3].question',
      '1 error question-malformed: qas[4].answers',
      '1 warning answers-none: qas[5].answers',
      '1 warning answer-impossible: qas[6].is_impossible',
      '1 warning answer-empty: qas[7].answers[0]',
      '1 error question-malformed: qas[8].question',
      '2 error text-empty: The text holds nothing but space. The record begins in line 27 of the file.',
      '3 error text-missing: There is no “context”, or it is no string. The record begins in line 31 of the file.',
      '4 error text-missing: There is no “context”, or it is no string. The record begins in line 32 of the file.',
    ])
    expect(instancesOf(readings).map(({ answerable }) => answerable)).toEqual([true, false, false, false])
  })
})

function rowsOf(given: string): string[] {
  type Answer = { text: string; answer_start: number }
  type Paragraph = { context: string; qas: { answers: Answer[] }[] }
  const articles: { title: string; paragraphs: Paragraph[] }[] = JSON.parse(given).data
  return articles.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ context, qas }) =>
      qas.map(({ answers, ...question }) =>
        JSON.stringify({
          ...question,
          context,
          answers: {
            text: answers.map(({ text }) => text),
            answer_start: answers.map(({ answer_start }) => answer_start),
          },
        }),
      ),
    ),
  )
}

const shared = findSharedData()

describe.skipIf(!shared)('real questions', () => {
  it.each([
    ['mrc/xquad-en.json', 1190, []],
    [
      'mrc/cmrc2018-trial-zh.json',
      1002,
      [
        ...Array.from({ length: 5 }, () => 'warning words-moved'),
        ...Array.from({ length: 2 }, () => 'error question-empty'),
      ],
    ],
  ])(
    'reads %s as another reading does, all but questions that ask nothing',
    async (name, questions, said) => {
      const content = readFileSync(path.join(shared!, name))
      const readings = await read(content)
      const expected = independently(content.toString('utf8'))
      expect(instancesOf(readings).map(({ meta, ...rest }) => ({ id: meta?.id, ...rest }))).toEqual(
        expected.filter(({ question }) => question !== ''),
      )
      expect(expected).toHaveLength(questions)
      expect(
        report(readings)
          .map((one) => one.replace(/^\d+ /, ''))
          .sort(),
      ).toEqual(said.sort())
      expect(squad.recognise(sampleOf(content))).toMatchObject({ certainty: 1 })
    },
  )
})

/** Offsets by spreading the text; an answer that is elsewhere is looked for. */
function independently(content: string) {
  type Question = { id: string; question: string; answers: { text: string; answer_start: number }[] }
  const articles: { paragraphs: { context: string; qas: Question[] }[] }[] = JSON.parse(content).data
  return articles.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ context, qas }) => {
      const points = [...context]
      return qas.map(({ id, question, answers }) => {
        const [{ text, answer_start: start } = { text: '', answer_start: 0 }] = answers
        const isThere = points.slice(start, start + [...text].length).join('') === text
        const found = isThere ? start : [...context.slice(0, context.indexOf(text))].length
        return { id, text: context, question, answers: [{ text, start: found }], answerable: true }
      })
    }),
  )
}
