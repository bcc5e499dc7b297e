import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { findCarrier } from '@/lib/formats/find-carrier'
import { type CarrierName, carriers } from '@/lib/formats/model'
import { db } from '@/lib/platform/db'
import { uuidFromName } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'
import { composeInstruction } from '@/lib/synthesis/compose-instruction'
import { makeDraw } from '@/lib/synthesis/make-draw'
import type { Instruction } from '@/lib/synthesis/model'
import { type Prepared, prepareRelease } from '@/lib/synthesis/prepare-release'
import type { ComposableInstance, Composed } from '@/lib/synthesis/prepared/model'
import { readInstances } from '@/lib/synthesis/read-instances'
import type { EeGold, EventArgument } from '@/lib/tasks/ee/gold'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import type { GeneralGold } from '@/lib/tasks/general/gold'
import type { Answer, AnswerItem, AskedSchema, TaskForm } from '@/lib/tasks/model'
import type { MrcGold } from '@/lib/tasks/mrc/gold'
import type { Extent, NerGold } from '@/lib/tasks/ner/gold'
import type { OpenieGold } from '@/lib/tasks/openie/gold'
import type { ReGold } from '@/lib/tasks/re/gold'
import type { TcGold } from '@/lib/tasks/tc/gold'
import { importContent } from '@/prisma/factories/imports'
import { makeProject } from '@/prisma/factories/people'
import { makePreparedFormat } from '@/prisma/factories/prepared'
import { findSharedData } from '@/prisma/factories/shared-data'
import { makeRecipe, makeRelease } from '@/prisma/factories/synthesis'

const folder = findSharedData()

const FILES = [
  { file: 'ner/crossner-politics-dev.txt', forms: ['ner'] },
  { file: 'ner/fashion-brands-prodigy.jsonl', forms: ['ner'] },
  { file: 're/fewrel-pubmed.json', forms: ['re', 'spo'] },
  { file: 're/bionlp-prodigy-relations.jsonl', forms: ['re', 'spo', 'kg'], taskForm: 're' },
  { file: 'ee/phee-dev.jsonl', forms: ['ee', 'eet', 'eea'] },
  { file: 'mrc/xquad-en.json', forms: ['mrc'] },
  { file: 'mrc/cmrc2018-trial-zh.json', forms: ['mrc'], language: 'zh' },
  { file: 'tc/banking77-test.csv', forms: ['tc'] },
  { file: 'tc/nlupp-banking-fold0.json', forms: ['tc'] },
  { file: 'openie/carb-dev.tsv', forms: ['openie'] },
] as const satisfies { file: string; forms: TaskForm[]; taskForm?: TaskForm; language?: string }[]

const TALK = [
  ['Name three tides.', 'Spring, neap and storm.'],
  ['说说潮汐。', '潮汐由月球和太阳的引力引起。'],
].map(([user, assistant]) => ({ messages: [message('user', user!), message('assistant', assistant!)] }))

function message(role: string, content: string) {
  return { role, content }
}

/**
 * What an instruction over some labels and fields should be answered with: written for this test from the golds' documentation, by
 * characters and without any of the code that composes.
 */
const expected: Record<TaskForm, (text: string, gold: never, asked: AskedSchema) => Answer> = {
  ner: (text, { spans }: NerGold, asked) =>
    asked.map(({ label }) => ({
      label,
      items: spans.filter((span) => span.label === label).map((span) => cut(text, span)),
    })),
  re: (text, gold: ReGold, asked) =>
    relationsOf(text, gold, asked, ({ head, tail }) => ({ head: head.words, tail: tail.words })),
  spo: (text, gold: ReGold, asked) =>
    relationsOf(text, gold, asked, ({ head, tail }) => ({
      subject: head.words,
      subject_type: head.type,
      object: tail.words,
      object_type: tail.type,
    })),
  kg: (text, { entities, relations }: ReGold, asked) =>
    asked.map(({ label, fields }) => ({
      label,
      items: entities.flatMap((entity, at) => {
        if (entity.label !== label) return []
        const told = [
          ...Object.entries(entity.attributes ?? {}).flatMap(([name, value]) =>
            [value].flat().map((one) => [name, one] as const),
          ),
          ...relations
            .filter(({ head }) => head === at)
            .map(({ type, tail }) => [type, cut(text, entities[tail]!)] as const),
        ]
        const values = fields.map((field) => [
          field,
          listed(told.filter(([name]) => name === field).map(([, one]) => one)),
        ])
        return [Object.fromEntries([['name', cut(text, entity)], ...values]) as AnswerItem]
      }),
    })),
  ee: eventsOf,
  eea: (text, gold, asked) =>
    eventsOf(text, gold, asked).map((group, at) =>
      asked[at]!.fields.length ? group : { ...group, items: [] },
    ),
  eet: (text, { events }: EeGold, asked) =>
    asked.map(({ label }) => ({
      label,
      items: events.flatMap(({ type, trigger }) => (type === label && trigger ? [cut(text, trigger)] : [])),
    })),
  openie: (_text, { tuples }: OpenieGold) => [
    {
      label: 'tuples',
      items: tuples.map(({ predicate, arguments: own }) => ({
        predicate: predicate.text,
        arguments: many(own.map((one) => one.text)),
      })),
    },
  ],
  mrc: (_text, { answers, answerable }: MrcGold) => [
    { label: 'answer', items: answerable ? [...new Set(answers.map(({ text }) => text))] : [] },
  ],
  tc: (_text, { labels }: TcGold, asked) => [
    { label: 'label', items: asked.map(({ label }) => label).filter((label) => labels.includes(label)) },
  ],
  general: (_text, { turns }: GeneralGold) => [{ label: 'response', items: [turns.at(-1)!.text] }],
}

function cut(text: string, { start, end, fragments }: Extent): string {
  const points = Array.from(text)
  if (!fragments) return points.slice(start, end).join('')
  return fragments.map(([from, to]) => points.slice(from, to).join('')).join(' ')
}

const many = (values: string[]) => (values.length > 1 ? values : (values[0] ?? null))
const listed = (values: string[]) => many([...new Set(values)])

type End = { words: string; type: string | null }

function relationsOf(
  text: string,
  { entities, relations }: ReGold,
  asked: AskedSchema,
  record: (ends: { head: End; tail: End }) => AnswerItem,
): Answer {
  const end = (at: number) => ({ words: cut(text, entities[at]!), type: entities[at]!.label || null })
  return asked.map(({ label }) => ({
    label,
    items: relations
      .filter(({ type }) => type === label)
      .map(({ head, tail }) => record({ head: end(head), tail: end(tail) })),
  }))
}

function eventsOf(text: string, { events }: EeGold, asked: AskedSchema): Answer {
  const said = (argument: EventArgument) => {
    if (!('event' in argument)) return cut(text, argument)
    const { trigger, type } = events[argument.event]!
    return trigger ? cut(text, trigger) : type
  }
  return asked.map(({ label, fields }) => ({
    label,
    items: events
      .filter(({ type }) => type === label)
      .map((event) => {
        const told = event.arguments.flatMap((one): [string, string][] => [
          [one.role, said(one)],
          ...('event' in one ? [] : (one.arguments ?? [])).map((part): [string, string] => [
            `${one.role}.${part.role}`,
            said(part),
          ]),
        ])
        const values = fields.map((field) => [
          field,
          many(told.filter(([role]) => role === field).map(([, words]) => words)),
        ])
        const trigger = event.trigger ? cut(text, event.trigger) : null
        return Object.fromEntries([['trigger', trigger], ...values]) as AnswerItem
      }),
  }))
}

const formats = carriers.map((carrier) => makePreparedFormat(carrier))

/** The carrier's own reading of an output, about what the provenance and the corpus say was asked. */
function read({ provenance, output, input }: Instruction, { asked }: { asked: AskedSchema }): Answer {
  const carrier = findCarrier(provenance.carrier as CarrierName)
  const { groups } = findTaskForm(provenance.taskForm)
  return carrier.parse(output, { schema: groups(asked), text: input }, carrier.parameters.parse({}))
}

/** Fields as the corpus has them, and behind them those that only this gold has. */
function askedOf({ provenance }: Instruction, instance: ComposableInstance, prepared: Prepared): AskedSchema {
  const form = prepared.release.corpora
    .get(provenance.corpusId)!
    .forms.find((one) => one.form === provenance.taskForm)!
  const own = findTaskForm(provenance.taskForm).fieldsIn(instance.gold)
  return provenance.labels.map((label) => ({
    label,
    fields: [...new Set([...(form.fields.get(label) ?? []), ...(own.get(label) ?? [])])],
  }))
}

describe.skipIf(!folder)('every corpus of the shared data', () => {
  let actor: ProjectActor
  let release: { id: string }
  beforeAll(async () => {
    // Named, so that every run of the test draws the same records.
    actor = await makeProject({ id: uuidFromName('every corpus of the shared data') })
    release = await makeRelease(actor, [])
  })

  it.each(FILES)(
    '$file is composed as $forms, and each output parses to what its gold says',
    async (given) => {
      const { file, forms } = given
      const content = readFileSync(path.join(folder!, file))
      const { language = 'en', taskForm } = given as { language?: string; taskForm?: TaskForm }
      const corpus = await importContent(actor, content, {
        name: file,
        fileName: path.basename(file),
        language,
        ...(taskForm && { taskForm }),
      })
      const all = await composeAll(actor, { corpus, forms, release: release.id })
      const made = all.flatMap(({ composed }) => (composed.made ? [composed] : []))
      expect(new Set(made.map(({ instruction }) => instruction.provenance.taskForm))).toEqual(new Set(forms))
      expect(made.length).toBeGreaterThan(0.25 * all.length)
      for (const { composed, asked, instance } of all) {
        if (!composed.made) {
          expect(['empty-capped', 'length']).toContain(composed.reason)
          continue
        }
        const { provenance } = composed.instruction
        const found = read(composed.instruction, { asked: asked! })
        const wanted = expected[provenance.taskForm](instance.text, instance.gold as never, asked!)
        expect(sorted(found, provenance.taskForm)).toEqual(sorted(wanted, provenance.taskForm))
      }
      const used = new Set(made.map(({ instruction }) => instruction.provenance.carrier))
      expect(used.size).toBeGreaterThan(5)
    },
    120_000,
  )

  it('composes conversations as they are', async () => {
    const content = TALK.map((talk) => JSON.stringify(talk)).join('\n')
    const corpus = await importContent(actor, content, { name: 'talk', fileName: 'talk.jsonl' })
    const all = await composeAll(actor, { corpus, forms: ['general'], release: release.id })
    expect(all.map(({ composed }) => composed.made && composed.instruction)).toMatchObject([
      { instruction: 'Name three tides.', input: '', output: 'Spring, neap and storm.' },
      { instruction: '说说潮汐。', input: '', output: '潮汐由月球和太阳的引力引起。' },
    ])
  })
})

/** In which order open tuples stand is for the form to say; all else keeps the order of the gold. */
function sorted(answer: Answer, form: TaskForm): Answer {
  if (form !== 'openie') return answer
  return answer.map(({ label, items }) => ({
    label,
    items: items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  }))
}

type Every = { instance: ComposableInstance; composed: Composed; asked: AskedSchema | null }

async function composeAll(
  actor: ProjectActor,
  of: { corpus: { id: string }; forms: readonly TaskForm[]; release: string },
): Promise<Every[]> {
  const recipe = makeRecipe({
    corpora: [{ id: of.corpus.id, forms: [...of.forms] }],
    carriers: Object.fromEntries(carriers.map((name) => [name, 1])),
    maxLength: 100_000,
  })
  const found = await prepareRelease(of.release, { projectId: actor.project.id, recipe })
  const prepared = { ...found, release: { ...found.release, formats } }
  const by = { ...found.recipe, compound: { chance: 0.45, reachable: 1 } }
  const all: Every[] = []
  for await (const batch of readInstances(of.corpus.id))
    for (const instance of batch) {
      const draw = makeDraw({ seed: recipe.seed, instanceId: instance.id, copy: 0 })
      const composed = composeInstruction(instance, prepared.release, by, draw)
      const asked = composed.made ? askedOf(composed.instruction, instance, prepared) : null
      all.push({ instance, composed, asked })
    }
  expect(await db.instance.count({ where: { corpusId: of.corpus.id } })).toBe(all.length)
  return all
}
