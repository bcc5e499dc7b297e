import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportRunHandler } from '@/lib/exports/export-run.job'
import { findFormat } from '@/lib/exports/formats/find-format'
import { type ExportFormat, exportFormats } from '@/lib/exports/model'
import { downloadExport, listExports, readExport } from '@/lib/exports/queries'
import { startExport } from '@/lib/exports/start-export'
import { db } from '@/lib/platform/db'
import { sha256 } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'
import { composeRunHandler } from '@/lib/synthesis/compose-run.job'
import type { Instruction } from '@/lib/synthesis/model'
import { readRun } from '@/lib/synthesis/queries'
import { makeCorpus } from '@/prisma/factories/corpora'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { makeRecipe, makeRelease, makeRun } from '@/prisma/factories/synthesis'

const folder = path.join(process.env.GLOSS_DATA_DIR!, 'files')
const context = {
  progress: async () => {},
  note: () => {},
  signal: new AbortController().signal,
  runId: '',
  projectId: '',
  startedBy: '',
}

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
  await composeRunHandler.run({ runId: made.id }, context)
  return { actor, corpus, release, run: await readRun(actor, made) }
}

async function exported(actor: ProjectActor, given: { run: number; format: ExportFormat }) {
  const started = await startExport(actor, given)
  await exportRunHandler.run({ exportId: started.export.id }, context)
  const view = await readExport(actor, { export: started.export.id })
  const read = (name: string) => readFile(path.join(folder, 'exports', view.id, name), 'utf8')
  return { view, read }
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line)
    .map((line) => JSON.parse(line))

/** As a trainer reads each kind of file, knowing nothing of how we wrote it. */
const readers: Record<ExportFormat, (text: string) => { asked: string; answer: string }[]> = {
  'openai-chat': (text) =>
    linesOf(text).map(({ messages }) => ({ asked: messages[0].content, answer: messages[1].content })),
  alpaca: (text) =>
    JSON.parse(text).map((one: Instruction) => ({
      asked: `${one.instruction}\n${one.input}`,
      answer: one.output,
    })),
  sharegpt: (text) =>
    JSON.parse(text).map(({ conversations }: { conversations: { value: string }[] }) => ({
      asked: conversations[0]!.value,
      answer: conversations[1]!.value,
    })),
}

describe.each(exportFormats)('an export as %s', (format) => {
  it('holds every record of the run in order, and loads with a reader of its own', async () => {
    const { actor, run } = await finishedRun()
    const { view, read } = await exported(actor, { run: run.number, format })
    const { fileName, frame, record } = findFormat(format)
    const text = await read(fileName)
    const composed: Instruction[] = linesOf(
      await readFile(path.join(folder, 'runs', run.id, 'instructions.jsonl'), 'utf8'),
    )
    const loaded = readers[format](text)
    expect(loaded.map(({ answer }) => answer)).toEqual(composed.map(({ output }) => output))
    for (const [at, { asked, answer }] of loaded.entries()) {
      expect(asked.startsWith(composed[at]!.instruction)).toBe(true)
      expect(asked.endsWith(composed[at]!.input)).toBe(true)
      for (const item of Object.values<string[]>(JSON.parse(answer)).flat()) expect(asked).toContain(item)
    }
    for (const one of frame === 'array' ? JSON.parse(text) : linesOf(text))
      expect(record.parse(one)).toEqual(one)
    expect(view).toMatchObject({ state: 'done', instructionCount: composed.length, runNumber: run.number })
  })

  it('says where each record comes from, what it is made of, and what is in the folder', async () => {
    const { actor, corpus, release, run } = await finishedRun()
    const { view, read } = await exported(actor, { run: run.number, format })
    const provenance = linesOf(await read('provenance.jsonl'))
    expect(provenance).toHaveLength(run.instructionCount)
    const manifest = JSON.parse(await read('manifest.json'))
    const used = new Set(
      provenance.flatMap((one) => one.versions.map((v: { versionId: string }) => v.versionId)),
    )
    expect(new Set(manifest.versions.map((one: { versionId: string }) => one.versionId))).toEqual(used)
    for (const { decidedBy } of manifest.versions) expect(decidedBy).toMatch(/^reviewer-[0-9a-f]{8,}$/)
    expect(JSON.stringify([manifest, provenance])).not.toContain(actor.id)
    expect(manifest).toMatchObject({
      tool: { name: 'gloss' },
      format,
      release: { number: release.number },
      recipe: { hash: run.recipeHash, seed: 42 },
      corpora: [{ id: corpus.id, name: 'Harbour', licence: 'CC0-1.0', instructions: run.instructionCount }],
      instructions: { count: run.instructionCount, sha256: run.sha256 },
    })
    for (const file of manifest.files) {
      const text = await read(file.name)
      expect([file.bytes, file.sha256]).toEqual([Buffer.byteLength(text), sha256(text)])
    }
    expect(view.files.map(({ name }) => name)).toEqual([
      findFormat(format).fileName,
      'provenance.jsonl',
      'manifest.json',
    ])
  })

  it('is the same to the byte when it is made again', async () => {
    const { actor, run } = await finishedRun()
    const once = await exported(actor, { run: run.number, format })
    const again = await exported(actor, { run: run.number, format })
    expect(again.view.id).not.toBe(once.view.id)
    expect(again.view.files).toEqual(once.view.files)
  })

  it('is well formed without any record', async () => {
    const { actor, run } = await finishedRun([])
    const { read } = await exported(actor, { run: run.number, format })
    expect(run.instructionCount).toBe(0)
    expect(readers[format](await read(findFormat(format).fileName))).toEqual([])
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
    for (const format of exportFormats)
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
