import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse as parseCsv } from 'csv-parse/sync'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { exportRunHandler } from '@/lib/exports/export-run.job'
import { findFormat } from '@/lib/exports/formats/find-format'
import type { ExportedInstruction } from '@/lib/exports/formats/model'
import { type ExportFormat, type ExportOptions, exportFormats, type SplitName } from '@/lib/exports/model'
import { nameDataFiles } from '@/lib/exports/name-data-files'
import { downloadExport, listExports, readExport } from '@/lib/exports/queries'
import { startExport } from '@/lib/exports/start-export'
import { verifyFolder } from '@/lib/exports/verify-folder'
import { db } from '@/lib/platform/db'
import { sha256 } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'
import { overrideAudit } from '@/lib/synthesis/audits/override-audit'
import { composeRunHandler } from '@/lib/synthesis/compose-run.job'
import type { Instruction } from '@/lib/synthesis/model'
import { readRun } from '@/lib/synthesis/queries'
import { makeCorpus } from '@/prisma/factories/corpora'
import { quietContext } from '@/prisma/factories/jobs'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { makeRecipe, makeRelease, makeRun } from '@/prisma/factories/synthesis'

const folder = path.join(process.env.GLOSS_DATA_DIR!, 'files')
/** Enough texts for every split to get some. */
const manySentences = Array.from({ length: 60 }, (_, at) => `[Town ${at}|place] lies by the sea.`)

async function finishedRun(sentences?: string[]) {
  const actor = await makeProject()
  const given = sentences ?? [
    '[Ana "Nan" Lund|person] said:\n“[澜湾|place] 🚢\u2028\\ </script>”.',
    'Nothing, [Ostrey|place].',
  ]
  const corpus = await makeCorpus(actor, { name: 'Harbour', sentences: given })
  const release = await makeRelease(actor, [
    { corpusId: corpus.id, label: 'place', definition: 'Towns.' },
    { corpusId: corpus.id, label: 'person' },
  ])
  const recipe = makeRecipe({ corpora: [corpus.id], copies: 8 })
  const made = await makeRun(actor, { releaseId: release.id, recipe })
  await composeRunHandler.run({ runId: made.id }, quietContext)
  await overrideAudit(actor, { number: made.number, reason: 'Written for a test.' })
  return { actor, corpus, release, run: await readRun(actor, made) }
}

/** The same run with records that say more than its composition did, as if it had been composed so. */
async function rewrite(
  run: { id: string },
  change: (one: ExportedInstruction, at: number) => ExportedInstruction,
) {
  const file = path.join(folder, 'runs', run.id, 'instructions.jsonl')
  const records = linesOf(await readFile(file, 'utf8')).map(change)
  const text = records.map((record) => `${JSON.stringify(record)}\n`).join('')
  await writeFile(file, text)
  await db.run.update({
    where: { id: run.id },
    data: { sha256: sha256(text), bytes: Buffer.byteLength(text), instructionCount: records.length },
  })
  return records
}

type Given = { run: number; format: ExportFormat } & Partial<ExportOptions>

async function exported(actor: ProjectActor, given: Given) {
  const started = await startExport(actor, given)
  await exportRunHandler.run({ exportId: started.export.id }, quietContext)
  const view = await readExport(actor, { export: started.export.id })
  const place = path.join(folder, 'exports', view.id)
  const read = (name: string) => readFile(path.join(place, name), 'utf8')
  const load = async () => {
    const files = view.files.filter(({ split }) => split)
    return (await Promise.all(files.map(({ name }) => loaders[given.format](path.join(place, name))))).flat()
  }
  return { view, read, load, place }
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line)
    .map((line) => JSON.parse(line))

type Turn = { asked: string; answer: string }
type Message = { content: string; value: string }
type Loaded = Record<'instruction' | 'input' | 'output', string> &
  Record<'messages' | 'conversations' | 'prompt' | 'completion' | 'chosen', Message[]>
const bytesOf = async (file: string) => {
  const bytes = await readFile(file)
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}
const inLines =
  (turn: (record: Loaded) => Turn) =>
  async (file: string): Promise<Turn[]> =>
    linesOf(await bytesOf(file)).map(turn)
const inArray =
  (turn: (record: Loaded) => Turn) =>
  async (file: string): Promise<Turn[]> =>
    (file.includes('.jsonl') ? linesOf(await bytesOf(file)) : JSON.parse(await bytesOf(file))).map(turn)
const messages = ({ messages: [user, assistant] }: Loaded): Turn => ({
  asked: user!.content,
  answer: assistant!.content,
})
const fields = ({ instruction, input, output }: Pick<Loaded, 'instruction' | 'input' | 'output'>): Turn => ({
  asked: `${instruction}\n${input}`,
  answer: output,
})

/** As a trainer reads each kind of file, knowing nothing of how we wrote it. */
const loaders: Record<ExportFormat, (file: string) => Promise<Turn[]>> = {
  'openai-chat': inLines(messages),
  'trl-messages': inLines(messages),
  axolotl: inLines(messages),
  alpaca: inArray(fields),
  'llama-factory': inArray(fields),
  sharegpt: inArray(({ conversations }) => ({
    asked: conversations[0]!.value,
    answer: conversations[1]!.value,
  })),
  'trl-prompt-completion': inLines(({ prompt, completion }) => ({
    asked: prompt[0]!.content,
    answer: completion[0]!.content,
  })),
  'trl-preference': inLines(({ prompt, chosen }) => ({
    asked: prompt[0]!.content,
    answer: chosen[0]!.content,
  })),
  iepile: inLines(({ instruction, output }) => {
    const asked = JSON.parse(instruction)
    return { asked: `${asked.instruction}\n${asked.input}`, answer: output }
  }),
  csv: async (file) => {
    const rows: Record<string, string>[] = parseCsv(await bytesOf(file), { bom: true, columns: true })
    const free = (cell: string) => cell.replace(/^'/, '')
    return rows.map(({ instruction, input, output }) => ({
      asked: `${free(instruction!)}\n${free(input!)}`,
      answer: free(output!),
    }))
  },
  parquet: async (file) => {
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(file) })
    return rows.map((row) => fields(row as Loaded))
  },
}

const plainFormats = exportFormats.filter((format) => format !== 'trl-preference')
const namesOf = (format: ExportFormat, options: Partial<ExportOptions> = {}) =>
  nameDataFiles(format, findFormat(format), {
    layout: 'flat',
    gzip: false,
    splits: { validation: 0, test: 0, seed: 42 },
    ...options,
  }).map(({ name }) => name)

describe.each(plainFormats)('an export as %s', (format) => {
  it('holds every record of the run in order, and loads with a reader of its own', async () => {
    const { actor, run } = await finishedRun()
    const { view, load, place } = await exported(actor, { run: run.number, format })
    const composed: Instruction[] = linesOf(
      await readFile(path.join(folder, 'runs', run.id, 'instructions.jsonl'), 'utf8'),
    )
    const loaded = await load()
    expect(loaded.map(({ answer }) => answer)).toEqual(composed.map(({ output }) => output))
    for (const [at, { asked, answer }] of loaded.entries()) {
      expect(asked.startsWith(composed[at]!.instruction)).toBe(true)
      expect(asked.endsWith(composed[at]!.input)).toBe(true)
      for (const item of Object.values<string[]>(JSON.parse(answer)).flat()) expect(asked).toContain(item)
    }
    expect(view).toMatchObject({ state: 'done', instructionCount: composed.length, runNumber: run.number })
    expect(await verifyFolder(place)).toMatchObject({ faults: [], records: composed.length })
  })

  it('says where each record comes from, what it is made of, and what is in the folder', async () => {
    const { actor, corpus, release, run } = await finishedRun()
    const { view, read, place } = await exported(actor, { run: run.number, format })
    const provenance = linesOf(await read('provenance.jsonl'))
    expect(provenance).toHaveLength(run.instructionCount)
    const manifest = JSON.parse(await read('manifest.json'))
    const used = new Set(
      provenance.flatMap((one) => one.versions.map((v: { versionId: string }) => v.versionId)),
    )
    expect(new Set(manifest.versions.map((one: { versionId: string }) => one.versionId))).toEqual(used)
    for (const { decidedBy } of manifest.versions) expect(decidedBy).toMatch(/^reviewer-[0-9a-f]{8,}$/)
    const card = await read('README.md')
    expect(JSON.stringify([manifest, provenance, card])).not.toContain(actor.id)
    const { basic, compound } = run.counts
    expect(manifest).toMatchObject({
      tool: { name: 'gloss' },
      format,
      records: run.instructionCount,
      release: { number: release.number },
      recipe: { hash: run.recipeHash, seed: 42 },
      corpora: [{ id: corpus.id, name: 'Harbour', licence: 'CC0-1.0', records: run.instructionCount }],
      instructions: { count: run.instructionCount, sha256: run.sha256, basic, compound },
      mix: [
        { taskForm: 'ner', strategies: ['basic'], carrier: 'json-by-label', count: basic },
        { taskForm: 'ner', strategies: ['guideline'], carrier: 'json-by-label', count: compound },
      ],
      review: { versions: used.size, decisions: 2, approved: 2, deciders: 1, agreement: null },
    })
    for (const file of manifest.files) {
      const bytes = await readFile(path.join(place, file.name))
      expect([file.bytes, file.sha256]).toEqual([bytes.length, sha256(bytes)])
    }
    const names = view.files.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining([...namesOf(format), 'provenance.jsonl', 'README.md']))
    expect(names.at(-1)).toBe('manifest.json')
    expect(view.manifest).toEqual(manifest)
  })

  it('is the same to the byte when it is made again, packed and divided too', async () => {
    const { actor, run } = await finishedRun()
    const { gzip, layouts } = findFormat(format)
    const splits = { validation: 0.3, test: 0.2, seed: 7 }
    for (const options of [{}, { gzip, splits, layout: layouts.at(-1)! }]) {
      const once = await exported(actor, { run: run.number, format, ...options })
      const again = await exported(actor, { run: run.number, format, ...options })
      expect(again.view.id).not.toBe(once.view.id)
      expect(again.view.files).toEqual(once.view.files)
      expect(await verifyFolder(once.place)).toMatchObject({ faults: [], records: run.instructionCount })
    }
  })

  it('is well formed without any record', async () => {
    const { actor, run } = await finishedRun([])
    const { load, place } = await exported(actor, { run: run.number, format })
    expect(run.instructionCount).toBe(0)
    expect(await load()).toEqual([])
    expect(await verifyFolder(place)).toMatchObject({ faults: [], records: 0 })
  })
})

describe('preference pairs', () => {
  it('set the answer that obeys a rule against the one of the corpus, where they differ', async () => {
    const { actor, run } = await finishedRun()
    const records = await rewrite(run, (one, at) => ({
      ...one,
      unruled: at % 3 === 0 ? `${one.output} ` : at % 3 === 1 ? one.output : undefined,
      provenance: {
        ...one.provenance,
        strategies: ['rule'],
        rule: { versionId: one.id, changed: at % 3 === 0 },
      },
    }))
    const { view, read, place } = await exported(actor, { run: run.number, format: 'trl-preference' })
    const told = records.filter((_one, at) => at % 3 === 0)
    const pairs = linesOf(await read('trl-preference.jsonl'))
    expect(pairs.map(({ chosen, rejected }) => [chosen[0].content, rejected[0].content])).toEqual(
      told.map((one) => [one.output, `${one.output} `]),
    )
    expect(view.manifest).toMatchObject({ records: told.length, instructions: { count: records.length } })
    expect(view.instructionCount).toBe(told.length)
    expect(parseYaml(await read('trl.yaml'))).toMatchObject({ dataset_name: '.', eval_strategy: 'no' })
    expect(await verifyFolder(place)).toMatchObject({ faults: [], records: told.length })
  })
})

describe('a conversation', () => {
  const turns = [
    { from: 'system', text: 'Be brief.' },
    { from: 'user', text: 'Who?' },
    { from: 'assistant', text: 'Ana.' },
    { from: 'user', text: 'Where?' },
    { from: 'assistant', text: 'Ostrey.' },
  ] as const
  const whole = ['Be brief.', 'Who?', 'Ana.', 'Where?', 'Ostrey.']
  const texts = (said: { content?: string; value?: string }[]) => said.map((one) => one.content ?? one.value)
  const readings: Partial<Record<ExportFormat, (record: Loaded & Record<string, unknown>) => unknown>> = {
    'openai-chat': ({ messages }) => texts(messages),
    'trl-messages': ({ messages }) => texts(messages),
    axolotl: ({ messages }) => texts(messages),
    sharegpt: ({ conversations }) => texts(conversations),
    'trl-prompt-completion': ({ prompt, completion }) => texts([...prompt, ...completion]),
    alpaca: ({ system, history, instruction, output }) => [system, history, instruction, output].flat(2),
    'llama-factory': ({ system, history, instruction, output }) =>
      [system, history, instruction, output].flat(2),
    parquet: (record) => JSON.parse(record.turns as string).map(({ text }: { text: string }) => text),
  }
  it.each(Object.entries(readings))('is kept whole as %s', async (format, reading) => {
    const said = { id: 'x', instruction: 'Where?', input: '', output: 'Ostrey.', turns: [...turns] }
    const made = { strategy: 'basic', carrier: 'conversation', labels: [] }
    const provenance = { ...made, taskForm: 'general', language: 'en', corpusId: 'c' }
    const { writeRecord } = findFormat(format as ExportFormat)
    const record = writeRecord({ ...said, provenance } as unknown as ExportedInstruction, new Map())
    expect(reading(record as Loaded & Record<string, unknown>)).toEqual(whole)
    expect(findFormat(format as ExportFormat).record.parse(record)).toEqual(record)
  })

  it('of one request has no heading of an input that it has not', () => {
    const said = {
      id: 'x',
      instruction: 'Where?',
      input: '',
      output: 'Ostrey.',
      provenance: { language: 'zh' },
    }
    const record = findFormat('openai-chat').writeRecord(said as unknown as ExportedInstruction, new Map())
    expect(record).toMatchObject({ messages: [{ content: 'Where?' }, { content: 'Ostrey.' }] })
  })
})

describe('a folder for a trainer', () => {
  it('has a configuration whose files are there, for training and for evaluation', async () => {
    const { actor, run } = await finishedRun(manySentences)
    const splits = { validation: 0.3, test: 0, seed: 42 }
    const axolotl = await exported(actor, { run: run.number, format: 'axolotl', splits })
    const config = parseYaml(await axolotl.read('axolotl.yaml'))
    expect(config).toMatchObject({
      datasets: [{ path: './axolotl-train.jsonl', type: 'chat_template', field_messages: 'messages' }],
      test_datasets: [{ path: './axolotl-validation.jsonl' }],
    })
    const names = axolotl.view.files.map(({ name }) => `./${name}`)
    expect(names).toEqual(expect.arrayContaining([config.datasets[0].path, config.test_datasets[0].path]))

    const factory = await exported(actor, { run: run.number, format: 'llama-factory', splits })
    const info = JSON.parse(await factory.read('dataset_info.json'))
    const sft = parseYaml(await factory.read('llama-factory.yaml'))
    for (const name of [sft.dataset, sft.eval_dataset]) {
      const rows = JSON.parse(await factory.read(info[name].file_name))
      expect(Object.keys(rows[0])).toEqual(Object.values(info[name].columns))
    }
    expect(factory.view.commands).toEqual(['llamafactory-cli train llama-factory.yaml'])
  })

  it('is laid out as the hub expects it, with a card that says which file is which split', async () => {
    const { actor, run } = await finishedRun(manySentences)
    const splits = { validation: 0.2, test: 0.2, seed: 42 }
    const given = { run: run.number, layout: 'huggingface' as const, splits }
    for (const format of ['alpaca', 'parquet'] as const) {
      const { read, view } = await exported(actor, { ...given, format })
      const [, front, text] = (await read('README.md')).split(/^---$/m)
      const card = parseYaml(front!)
      const end = format === 'parquet' ? 'parquet' : 'jsonl'
      expect(card.configs[0].data_files).toEqual(
        (['train', 'validation', 'test'] as SplitName[]).map((split) => ({
          split,
          path: `data/${split}-00000-of-00001.${end}`,
        })),
      )
      expect(card).toMatchObject({ license: 'cc0-1.0', language: ['en'], size_categories: ['n<1K'] })
      expect(card.dataset_info.splits.map((one: { num_examples: number }) => one.num_examples)).toEqual(
        view.files.filter(({ split }) => split).map(({ rows }) => rows),
      )
      for (const title of ['Mix', 'Sources and licences', 'How people decided', 'Limits', 'Use'])
        expect(text).toContain(`## ${title}`)
    }
  })
})

describe('exporting', () => {
  it('refuses a run whose file was changed since it was composed', async () => {
    const { actor, run } = await finishedRun()
    const file = path.join(folder, 'runs', run.id, 'instructions.jsonl')
    await writeFile(file, (await readFile(file, 'utf8')).replace('Ostrey', 'Elsewhere'))
    await expect(exported(actor, { run: run.number, format: 'alpaca' })).rejects.toThrow(
      'not the one that was composed',
    )
  })

  it('is for leads of the project and for finished runs', async () => {
    const { actor, release, run } = await finishedRun()
    const given = { run: run.number, format: 'alpaca' as const }
    await expect(startExport(await joinProject(actor.project.slug), given)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(startExport(await makeProject(), given)).rejects.toMatchObject({ code: 'not_found' })
    const waiting = await makeRun(actor, { releaseId: release.id, recipe: run.recipe })
    await expect(startExport(actor, { ...given, run: waiting.number })).rejects.toMatchObject({
      details: { reason: 'run-not-done' },
    })
  })

  it('asks for a reason when sources ask for more than the export gives on, and keeps it', async () => {
    const { actor, corpus, run } = await finishedRun()
    await db.corpus.update({ where: { id: corpus.id }, data: { licence: 'CC BY-NC-SA 4.0' } })
    const given = { run: run.number, format: 'alpaca' as const }
    await expect(startExport(actor, given)).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'licence-unconfirmed', params: { licences: 'CC BY-NC-SA 4.0' } },
    })
    const licenceReason = 'For a course; nothing is sold.'
    const { view, read } = await exported(actor, { ...given, licenceReason })
    expect(view.manifest?.licence).toEqual({
      declared: null,
      conflicts: [{ licence: 'CC BY-NC-SA 4.0', kind: 'non-commercial' }],
      confirmedBecause: licenceReason,
    })
    expect(await read('README.md')).toContain(licenceReason)
    const [entry] = await db.auditEntry.findMany({ where: { subjectId: view.id, action: 'export.started' } })
    expect(entry!.data).toMatchObject({ against: ['CC BY-NC-SA 4.0'], licenceReason })
    const passedOn = await exported(actor, { ...given, licence: 'CC BY-NC-SA 4.0' })
    expect(passedOn.view.manifest?.licence.conflicts).toEqual([])
  })

  it('refuses options that a format cannot have, and destinations that are not set up', async () => {
    const { actor, run } = await finishedRun()
    const reasonOf = (given: Omit<Given, 'run'>) =>
      startExport(actor, { run: run.number, ...given }).then(
        () => 'started',
        (error) => error.details.reason,
      )
    expect(await reasonOf({ format: 'parquet', gzip: true })).toBe('option-unfit')
    expect(await reasonOf({ format: 'axolotl', layout: 'huggingface' })).toBe('option-unfit')
    expect(await reasonOf({ format: 'alpaca', draftPairs: true })).toBe('option-unfit')
    const destination = { to: 's3' as const, prefix: 'a/b' }
    expect(await reasonOf({ format: 'alpaca', destination })).toBe('destination-unset')
  })

  it('gives out only files that the export lists, and only in its project', async () => {
    const { actor, run } = await finishedRun()
    const { view } = await exported(actor, { run: run.number, format: 'alpaca' })
    const ask = (name: string, who = actor) => downloadExport(who, { export: view.id, name })
    expect(await ask('alpaca.json')).toMatchObject({ key: `exports/${view.id}/alpaca.json` })
    for (const name of ['secret', 'sharegpt.json', '..', `../${view.id}/alpaca.json`])
      await expect(ask(name)).rejects.toMatchObject({ details: { reason: 'file-unknown' } })
    await expect(ask('alpaca.json', await makeProject())).rejects.toMatchObject({ code: 'not_found' })
  })

  it('lists exports newest first, a page at a time, and audits who started them', async () => {
    const { actor, run } = await finishedRun()
    const ids = []
    for (const format of exportFormats.slice(0, 3))
      ids.unshift((await startExport(actor, { run: run.number, format })).export.id)
    const first = await listExports(actor, { limit: 2 })
    const second = await listExports(actor, { limit: 2, cursor: first.nextCursor! })
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids)
    expect(second.nextCursor).toBeNull()
    await expect(listExports(actor, { cursor: 'x' })).rejects.toMatchObject({ code: 'invalid' })
    const audited = await db.auditEntry.findMany({
      where: { subjectId: { in: ids }, action: 'export.started' },
    })
    expect(audited.map(({ actorId }) => actorId)).toEqual([actor.id, actor.id, actor.id])
    expect(audited.map(({ data }) => data)).toEqual(
      audited.map(() => expect.objectContaining({ run: run.number })),
    )
  })
})
