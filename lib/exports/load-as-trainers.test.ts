import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse as parseCsv } from 'csv-parse/sync'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { exportRunHandler } from '@/lib/exports/export-run.job'
import { type ExportFormat, type ExportOptions, exportFormats } from '@/lib/exports/model'
import { startExport } from '@/lib/exports/start-export'
import { db } from '@/lib/platform/db'
import { sha256 } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'
import { overrideAudit } from '@/lib/synthesis/audits/override-audit'
import type { Instruction } from '@/lib/synthesis/model'
import { composedRun } from '@/prisma/factories/audits'
import { quietContext } from '@/prisma/factories/jobs'

// Each trainer's reader, written from what the trainer documents and from nothing of ours: it finds the files by the
// configuration that lies in the folder, checks each record as strictly as the documents ask, and gives what it would train on.

const files = path.join(process.env.GLOSS_DATA_DIR!, 'files')
const splits = { validation: 0.3, test: 0, seed: 7 }
const said = [
  { from: 'system', text: 'Be brief.' },
  { from: 'user', text: 'Who?' },
  { from: 'assistant', text: 'Ana.' },
  { from: 'user', text: 'Where?' },
  { from: 'assistant', text: 'Ostrey.' },
] as const

let actor: ProjectActor
let run: { id: string; number: number }
let records: Instruction[]

beforeAll(async () => {
  const composed = await composedRun()
  actor = composed.actor
  run = composed.run
  await overrideAudit(actor, { number: run.number, reason: 'Composed for a test.' })
  const file = path.join(files, 'runs', run.id, 'instructions.jsonl')
  records = linesOf(await readFile(file, 'utf8')).map((one, at) => varied(one as Instruction, at))
  const text = records.map((one) => `${JSON.stringify(one)}\n`).join('')
  await writeFile(file, text)
  const data = { sha256: sha256(text), bytes: Buffer.byteLength(text), instructionCount: records.length }
  await db.run.update({ where: { id: run.id }, data })
}, 60_000)

/** Records of every kind that a run may hold: in Chinese, without an input, of several turns, changed by a rule, with odd signs. */
function varied(one: Instruction, at: number): Instruction {
  const { provenance } = one
  if (at % 5 === 1)
    return { ...one, input: '=1+1 澜湾 🚢\u2028"\\', provenance: { ...provenance, language: 'zh' } }
  if (at % 5 === 2) return { ...one, input: '' }
  if (at % 5 === 3) return { ...one, instruction: 'Where?', input: '', output: 'Ostrey.', turns: [...said] }
  return at % 5 === 4 ? { ...one, unruled: `${one.output} ` } : one
}

type Message = { role: string; content: string }
/** What a trainer makes of one record. */
type Example = { before: Message[]; answer: string; worse?: string }
type Splits = { train: unknown[]; validation: unknown[] }

const linesOf = (text: string): unknown[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

/** As `datasets` chooses its builder: by the end of the name. */
async function rowsOf(file: string): Promise<unknown[]> {
  const bytes = await readFile(file)
  const plain = file.endsWith('.gz') ? gunzipSync(bytes) : bytes
  const name = file.replace(/\.gz$/, '')
  if (name.endsWith('.parquet')) return parquetReadObjects({ file: await asyncBufferFromFile(file) })
  if (name.endsWith('.csv')) return parseCsv(plain, { columns: true, bom: true })
  return name.endsWith('.jsonl') ? linesOf(plain.toString('utf8')) : JSON.parse(plain.toString('utf8'))
}

const cardSchema = z.object({
  license: z.string(),
  language: z.array(z.string().length(2)).min(1),
  size_categories: z.tuple([z.literal('n<1K')]),
  configs: z.tuple([
    z.object({
      config_name: z.literal('default'),
      data_files: z.array(z.object({ split: z.string(), path: z.string() })),
    }),
  ]),
  dataset_info: z.object({
    splits: z.array(z.object({ name: z.string(), num_examples: z.number(), num_bytes: z.number() })),
  }),
})

/** `load_dataset(".")`: the front matter of the card says which file is which split, and how many rows it must have. */
async function loadFromHub(folder: string): Promise<Splits> {
  const [, front] = (await readFile(path.join(folder, 'README.md'), 'utf8')).split(/^---$/m)
  const { configs, dataset_info } = cardSchema.parse(parseYaml(front!))
  const loaded: Record<string, unknown[]> = {}
  for (const { split, path: name } of configs[0].data_files) {
    loaded[split] = await rowsOf(path.join(folder, name))
    const told = dataset_info.splits.find((one) => one.name === split)
    expect(told?.num_examples).toBe(loaded[split].length)
    expect(told?.num_bytes).toBe((await readFile(path.join(folder, name))).length)
  }
  expect(Object.keys(loaded)).toEqual(['train', 'validation'])
  return loaded as Splits
}

const configOf = async (folder: string, name: string) =>
  parseYaml(await readFile(path.join(folder, name), 'utf8'))

/** `llamafactory-cli train`: the configuration names data sets, `dataset_info.json` their files and columns. */
async function loadLlamaFactory(folder: string): Promise<Splits> {
  const config = await configOf(folder, 'llama-factory.yaml')
  expect(config).toMatchObject({ stage: 'sft', do_train: true, template: expect.any(String) })
  const within = path.join(folder, config.dataset_dir)
  const info = JSON.parse(await readFile(path.join(within, 'dataset_info.json'), 'utf8'))
  const load = async (name: string) => {
    const { file_name, formatting, columns } = info[name]
    expect(formatting).toBe('alpaca')
    const rows = (await rowsOf(path.join(within, file_name))) as Record<string, unknown>[]
    for (const row of rows) expect(Object.keys(row).toSorted()).toEqual(Object.values(columns).toSorted())
    return rows.map((row) =>
      Object.fromEntries(Object.entries<string>(columns).map(([role, key]) => [role, row[key]])),
    )
  }
  return { train: await load(config.dataset), validation: await load(config.eval_dataset) }
}

/** `axolotl train`: a JSON file a data set, of the type `chat_template`, whose messages stand in `field_messages`. */
async function loadAxolotl(folder: string): Promise<Splits> {
  const { datasets, test_datasets } = await configOf(folder, 'axolotl.yaml')
  const load = async ([given, ...more]: Record<string, never>[]) => {
    expect(more).toEqual([])
    const wanted = { ds_type: 'json', type: 'chat_template', roles_to_train: ['assistant'] }
    expect(given).toMatchObject({
      ...wanted,
      message_property_mappings: { role: 'role', content: 'content' },
    })
    const rows = (await rowsOf(path.join(folder, given!.path!))) as Record<string, unknown>[]
    return rows.map((row) => ({ messages: row[given!.field_messages!] }))
  }
  return { train: await load(datasets), validation: await load(test_datasets) }
}

/** `trl sft` and `trl dpo`: a data set of the hub's shape, and the names of its splits. */
async function loadTrl(folder: string): Promise<Splits> {
  const { dataset_name, dataset_train_split, dataset_test_split } = await configOf(folder, 'trl.yaml')
  const loaded = await loadFromHub(path.join(folder, dataset_name))
  return {
    train: loaded[dataset_train_split as 'train'],
    validation: loaded[dataset_test_split as 'validation'],
  }
}

const isAnswer = (messages: Message[]) => messages.at(-1)?.role === 'assistant'
/** Of OpenAI's guide to fine-tuning: the roles, text in each, and an assistant's message at the end. */
const openaiSchema = z.strictObject({
  messages: z
    .array(z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: z.string().min(1) }))
    .min(2)
    .refine(isAnswer),
})
const messageSchema = z.strictObject({
  role: z.enum(['system', 'user', 'assistant', 'tool']),
  content: z.string(),
})
/** Of TRL's page on dataset formats: conversational language modelling, prompt and completion, preference. */
const trlSchema = z.strictObject({ messages: z.array(messageSchema).min(2).refine(isAnswer) })
const completionSchema = z.tuple([messageSchema.extend({ role: z.literal('assistant') })])
const promptSchema = z.array(messageSchema).min(1)
const promptCompletionSchema = z.strictObject({ prompt: promptSchema, completion: completionSchema })
const preferenceSchema = z
  .strictObject({ prompt: promptSchema, chosen: completionSchema, rejected: completionSchema })
  .refine(({ chosen, rejected }) => chosen[0].content !== rejected[0].content)
/** Of LLaMA-Factory's page on data: people at odd places, the model at even ones, a system before all. */
const sharegptSchema = z.strictObject({
  conversations: z
    .array(z.strictObject({ from: z.enum(['system', 'human', 'gpt']), value: z.string().min(1) }))
    .refine((turns) => {
      const talk = turns.filter(({ from }, at) => from !== 'system' || at > 0)
      return talk.length % 2 === 0 && talk.every(({ from }, at) => from === (at % 2 ? 'gpt' : 'human'))
    }),
})
const historySchema = z.array(z.tuple([z.string(), z.string()]))
const alpacaSchema = z.strictObject({
  instruction: z.string().min(1),
  input: z.string(),
  output: z.string(),
  system: z.string().optional(),
  history: historySchema.optional(),
})
const llamaFactorySchema = z.strictObject({
  prompt: z.string().min(1),
  query: z.string(),
  response: z.string(),
  system: z.string(),
  history: historySchema,
})
/** Of IEPile's page: what is asked is JSON in a string, with the schema as a list. */
const iepileSchema = z.strictObject({
  task: z.literal('NER'),
  source: z.string().min(1),
  instruction: z
    .string()
    .transform((text) => JSON.parse(text))
    .pipe(z.strictObject({ instruction: z.string(), schema: z.array(z.string()), input: z.string() })),
  output: z.string(),
})

const ofMessages = (messages: Message[]): Example => ({
  before: messages.slice(0, -1),
  answer: messages.at(-1)!.content,
})
/** Alpaca's kind, as its readers join it: system, history, then what is asked with its input below. */
function ofFields(one: { system?: string; history?: [string, string][]; asked: string[]; answer: string }) {
  const before: Message[] = one.system ? [{ role: 'system', content: one.system }] : []
  for (const [user, assistant] of one.history ?? [])
    before.push({ role: 'user', content: user }, { role: 'assistant', content: assistant })
  before.push({ role: 'user', content: one.asked.filter((text) => text !== '').join('\n') })
  return { before, answer: one.answer }
}

type Row = Record<string, string>
/** How the cells of a table say a record: as they are, or with the guard of a spreadsheet taken off. */
const ofTable = (row: Row, free: (cell: string) => string): Example => {
  const [asked, input, output, turns] = ['instruction', 'input', 'output', 'turns'].map((name) =>
    free(row[name] ?? ''),
  )
  if (!turns) return ofFields({ asked: [asked!, input!], answer: output! })
  const all = (JSON.parse(turns) as { from: string; text: string }[]).map(({ from, text }) => ({
    role: from,
    content: text,
  }))
  return ofMessages(all)
}

type Reader = { load: (folder: string) => Promise<Splits>; read: (row: unknown) => Example }
const readers: Record<ExportFormat, Reader> = {
  'openai-chat': { load: loadFromHub, read: (row) => ofMessages(openaiSchema.parse(row).messages) },
  'trl-messages': { load: loadTrl, read: (row) => ofMessages(trlSchema.parse(row).messages) },
  axolotl: { load: loadAxolotl, read: (row) => ofMessages(trlSchema.parse(row).messages) },
  'trl-prompt-completion': {
    load: loadTrl,
    read: (row) => {
      const { prompt, completion } = promptCompletionSchema.parse(row)
      return ofMessages([...prompt, ...completion])
    },
  },
  'trl-preference': {
    load: loadTrl,
    read: (row) => {
      const { prompt, chosen, rejected } = preferenceSchema.parse(row)
      return { ...ofMessages([...prompt, ...chosen]), worse: rejected[0].content }
    },
  },
  sharegpt: {
    load: loadFromHub,
    read: (row) => {
      const roles = { system: 'system', human: 'user', gpt: 'assistant' }
      const { conversations } = sharegptSchema.parse(row)
      return ofMessages(conversations.map(({ from, value }) => ({ role: roles[from], content: value })))
    },
  },
  alpaca: {
    load: loadFromHub,
    read: (row) => {
      const { instruction, input, output, ...more } = alpacaSchema.parse(row)
      return ofFields({ ...more, asked: [instruction, input], answer: output })
    },
  },
  'llama-factory': {
    load: loadLlamaFactory,
    read: (row) => {
      const { prompt, query, response, ...more } = llamaFactorySchema.parse(row)
      return ofFields({ ...more, asked: [prompt, query], answer: response })
    },
  },
  iepile: {
    load: loadFromHub,
    read: (row) => {
      const { instruction: asked, output } = iepileSchema.parse(row)
      return ofFields({ asked: [asked.instruction, asked.input], answer: output })
    },
  },
  csv: {
    load: loadFromHub,
    read: (row) => ofTable(row as Row, (cell) => (cell.startsWith("'") ? cell.slice(1) : cell)),
  },
  parquet: { load: loadFromHub, read: (row) => ofTable(row as Row, (cell) => cell) },
}

const inTurns: ExportFormat[] = [
  ...(['openai-chat', 'trl-messages', 'axolotl', 'trl-prompt-completion'] as const),
  ...(['trl-preference', 'sharegpt'] as const),
]
const headings = { en: 'Input:', zh: '输入文本：' }

/** What the record says to whoever trains on it, from the run's own file. Null where the format has no place for it. */
function expected(one: Instruction, format: ExportFormat): Example | null {
  const { instruction, input, output, turns, unruled, provenance } = one
  if (format === 'trl-preference' && unruled === undefined) return null
  if (format === 'iepile' && turns) return null
  const worse = format === 'trl-preference' ? { worse: unruled! } : {}
  if (turns) return ofMessages(turns.map(({ from, text }) => ({ role: from, content: text })))
  const between = inTurns.includes(format) ? `\n\n${headings[provenance.language]}\n` : '\n'
  const content = input === '' ? instruction : `${instruction}${between}${input}`
  return { before: [{ role: 'user', content }], answer: output, ...worse }
}

async function exported(format: ExportFormat, options: Partial<ExportOptions>) {
  const started = await startExport(actor, { run: run.number, format, splits, ...options })
  await exportRunHandler.run({ exportId: started.export.id }, quietContext)
  return path.join(files, 'exports', started.export.id)
}

describe.each(exportFormats)('an export as %s', (format) => {
  const { load, read } = readers[format]
  const trainerReads: ExportFormat[] = ['axolotl', 'llama-factory']
  const layouts = trainerReads.includes(format) ? (['flat'] as const) : (['flat', 'huggingface'] as const)

  it.each(layouts)('gives its trainer every record of the run, laid out %s', async (layout) => {
    const folder = await exported(format, { layout })
    const loaded = await load(folder)
    const origin = linesOf(await readFile(path.join(folder, 'provenance.jsonl'), 'utf8')) as {
      id: string
      split: keyof Splits
    }[]
    const byId = new Map(records.map((one) => [one.id, one]))
    const wanted = records.filter((one) => expected(one, format) !== null)
    expect(wanted.length).toBeGreaterThan(5)
    expect(origin.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id))
    for (const split of ['train', 'validation'] as const) {
      const ids = origin.filter((one) => one.split === split).map(({ id }) => id)
      expect(ids.length).toBeGreaterThan(0)
      expect(loaded[split].map(read)).toEqual(ids.map((id) => expected(byId.get(id)!, format)))
    }
  })
})
