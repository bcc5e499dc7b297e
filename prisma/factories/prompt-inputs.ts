import type { Mark, NamedLabel, Sample } from '@/lib/calls/prompts/schema'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import { codePointLength, type PhraseLanguage, type TaskForm, taskForms } from '@/lib/tasks/model'

/** A corpus of one or two texts, as prompts are told of it. */
export type SmallCorpus = {
  form: TaskForm
  language: PhraseLanguage
  labels: string[]
  rows: { text: string; gold: unknown; marks: Mark[]; note: string }[]
}

/** A small corpus of every task form in both languages. `strange`: words that every text begins and ends with. */
export function smallCorpora(strange = ''): SmallCorpus[] {
  return taskForms.flatMap((form) =>
    (['en', 'zh'] as const).map((language) => {
      const rows = written[form][language].map((row) => makeRow(form, row, strange))
      const definition = findTaskForm(form)
      const labels = [...new Set(rows.flatMap(({ gold }) => definition.labelsIn(gold)))]
      return { form, language, labels: labels.length > 0 ? labels : [form], rows }
    }),
  )
}

export function samplesOf({ rows }: SmallCorpus): Sample[] {
  return rows.map(({ text, marks, note }) => ({ text, marks, note }))
}

export function namedLabels({ labels }: SmallCorpus): NamedLabel[] {
  return labels.map((label) => ({ label, names: { en: null, zh: null }, count: 12 }))
}

export function aboutCorpus({ form, language }: SmallCorpus) {
  return { form, language, corpus: { name: 'Harbour news', language } }
}

type Words = [words: string, as: string]
/** A text, and what its gold says of it in its own words; `makeRow` finds the places. */
type Row = { text: string; gold: (at: Finder) => unknown; marks: Words[]; note?: string }
type Finder = (words: string) => { start: number; end: number }

function makeRow(form: TaskForm, { text: plain, gold, marks, note = '' }: Row, strange: string) {
  const text = strange ? `${strange}\n${plain}\n${strange}` : plain
  const from = strange.length + (strange ? 1 : 0)
  const at: Finder = (words) => {
    const start = codePointLength(text.slice(0, text.indexOf(words, from)))
    return { start, end: start + codePointLength(words) }
  }
  const definition = findTaskForm(form)
  const read = definition.gold.parse(gold(at))
  const whole =
    form === 'general' ? { turns: [{ from: 'user', text }, ...(read as Talk).turns.slice(1)] } : read
  return {
    ...{ text, note: strange ? `${note} ${strange}` : note },
    gold: definition.canonical(whole),
    marks: marks.map(([words, as]) => ({ ...at(words), as: as || null })),
  }
}

type Talk = { turns: { from: string; text: string }[] }
type Both = Record<PhraseLanguage, Row[]>

const ner: Both = {
  en: [
    {
      text: 'The Greens met the Labour Party in Bergen on Monday .',
      gold: (at) => ({
        spans: [
          { ...at('Greens'), label: 'party' },
          { ...at('Labour Party'), label: 'party' },
          { ...at('Bergen'), label: 'city' },
        ],
      }),
      marks: [
        ['Greens', ''],
        ['Labour Party', ''],
      ],
    },
    {
      text: 'Prime Minister Ana Berg of the Greens left Oslo .',
      gold: (at) => ({
        spans: [
          { ...at('Greens'), label: 'party' },
          { ...at('Oslo'), label: 'city' },
          { ...at('Ana Berg'), label: 'person' },
        ],
      }),
      marks: [['Greens', '']],
    },
  ],
  zh: [
    {
      text: '绿党与工党星期一在澜湾会谈。',
      gold: (at) => ({
        spans: [
          { ...at('绿党'), label: '政党' },
          { ...at('工党'), label: '政党' },
          { ...at('澜湾'), label: '城市' },
        ],
      }),
      marks: [
        ['绿党', ''],
        ['工党', ''],
      ],
    },
    {
      text: '绿党主席安娜离开了澜湾。',
      gold: (at) => ({
        spans: [
          { ...at('绿党'), label: '政党' },
          { ...at('安娜'), label: '人物' },
          { ...at('澜湾'), label: '城市' },
        ],
      }),
      marks: [['绿党', '']],
    },
  ],
}

const related =
  (head: string, tail: string, types: [string, string], relation: string): Row['gold'] =>
  (at) => ({
    entities: [
      { ...at(head), label: types[0] },
      { ...at(tail), label: types[1] },
    ],
    relations: [{ type: relation, head: 0, tail: 1 }],
  })
const relations: Both = {
  en: [
    {
      text: 'Ana Berg was born in Bergen .',
      gold: related('Ana Berg', 'Bergen', ['person', 'city'], 'born in'),
      marks: [
        ['Ana Berg', 'head'],
        ['Bergen', 'tail'],
      ],
    },
  ],
  zh: [
    {
      text: '安娜出生于澜湾。',
      gold: related('安娜', '澜湾', ['人物', '城市'], '出生地'),
      marks: [
        ['安娜', 'head'],
        ['澜湾', 'tail'],
      ],
    },
  ],
}

const told =
  (trigger: string, type: string, roles: Words[]): Row['gold'] =>
  (at) => ({
    events: [
      { type, trigger: at(trigger), arguments: roles.map(([words, role]) => ({ ...at(words), role })) },
    ],
  })
const events: Both = {
  en: [
    {
      text: 'The Petrel sank off Ostrey at noon .',
      gold: told('sank', 'loss', [
        ['The Petrel', 'vessel'],
        ['Ostrey', 'place'],
      ]),
      marks: [
        ['sank', 'trigger'],
        ['The Petrel', 'vessel'],
        ['Ostrey', 'place'],
      ],
    },
  ],
  zh: [
    {
      text: '海燕号中午在澜湾沉没。',
      gold: told('沉没', '沉船', [
        ['海燕号', '船只'],
        ['澜湾', '地点'],
      ]),
      marks: [
        ['沉没', 'trigger'],
        ['海燕号', '船只'],
        ['澜湾', '地点'],
      ],
    },
  ],
}

const openie: Both = {
  en: [
    {
      text: 'The Petrel left Bergen on Monday .',
      gold: (at) => ({
        tuples: [
          {
            predicate: { text: 'left', ...at('left') },
            arguments: ['The Petrel', 'Bergen', 'on Monday'].map((text) => ({ text, ...at(text) })),
          },
        ],
      }),
      marks: [
        ['left', 'predicate'],
        ['The Petrel', 'argument'],
      ],
      note: '(The Petrel; left; Bergen; on Monday)',
    },
  ],
  zh: [
    {
      text: '海燕号星期一离开澜湾。',
      gold: (at) => ({
        tuples: [
          {
            predicate: { text: '离开', ...at('离开') },
            arguments: ['海燕号', '澜湾'].map((text) => ({ text, ...at(text) })),
          },
        ],
      }),
      marks: [
        ['离开', 'predicate'],
        ['海燕号', 'argument'],
      ],
      note: '（海燕号；离开；澜湾）',
    },
  ],
}

const mrc: Both = {
  en: [
    {
      text: 'The Petrel left Bergen . It sank at noon .',
      gold: (at) => ({
        question: 'Which port did it leave?',
        answers: [{ text: 'Bergen', start: at('Bergen').start }],
        answerable: true,
      }),
      marks: [['Bergen', '']],
      note: 'Which port did it leave?',
    },
  ],
  zh: [
    {
      text: '海燕号离开澜湾。它中午沉没。',
      gold: (at) => ({
        question: '它离开了哪个港口？',
        answers: [{ text: '澜湾', start: at('澜湾').start }],
        answerable: true,
      }),
      marks: [['澜湾', '']],
      note: '它离开了哪个港口？',
    },
  ],
}

const tc: Both = {
  en: [
    {
      text: 'Is there a ferry to Ostrey tonight ?',
      gold: () => ({ labels: ['timetable', 'ferry'], multi: true }),
      marks: [],
      note: 'timetable, ferry',
    },
  ],
  zh: [
    {
      text: '今晚还有去澜湾的船吗？',
      gold: () => ({ labels: ['时刻', '渡船'], multi: true }),
      marks: [],
      note: '时刻，渡船',
    },
  ],
}

const talk = (text: string, response: string): Row => ({
  text,
  gold: () => ({
    turns: [
      { from: 'user', text },
      { from: 'assistant', text: response },
    ],
  }),
  ...{ marks: [], note: response },
})
const general: Both = {
  en: [talk('How deep is the harbour ?', 'It is twelve metres deep .')],
  zh: [talk('港口有多深？', '水深十二米。')],
}

const written: Record<TaskForm, Both> = {
  ...{ ner, re: relations, spo: relations, kg: relations, ee: events, eet: events, eea: events },
  ...{ openie, mrc, tc, general },
}
