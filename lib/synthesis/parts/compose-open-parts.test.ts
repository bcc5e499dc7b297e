import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readHeldOut } from '@/lib/corpora/held-out/read-held-out'
import { db, pool } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { composePartsHandler } from '@/lib/synthesis/compose-parts.job'
import { composeRunHandler } from '@/lib/synthesis/compose-run.job'
import type { Recipe } from '@/lib/synthesis/model'
import { composeOpenParts } from '@/lib/synthesis/parts/compose-open-parts'
import { cutParts } from '@/lib/synthesis/parts/cut-parts'
import { holdPart } from '@/lib/synthesis/parts/hold-part'
import { partKey } from '@/lib/synthesis/parts/model'
import { planParts } from '@/lib/synthesis/parts/plan-parts'
import { countParts } from '@/lib/synthesis/parts/queries'
import { releasePart } from '@/lib/synthesis/parts/release-part'
import { prepareRelease } from '@/lib/synthesis/prepare-release'
import { listRefusals, readRun } from '@/lib/synthesis/queries'
import { startRun } from '@/lib/synthesis/start-run'
import { makeCorpus } from '@/prisma/factories/corpora'
import { quietContext } from '@/prisma/factories/jobs'
import { makeProject } from '@/prisma/factories/people'
import { type GivenContent, makeRecipe, makeRelease, makeRun } from '@/prisma/factories/synthesis'

const folder = path.join(process.env.GLOSS_DATA_DIR!, 'files')
const sentence = (at: number) =>
  `Ship [S${at}|vessel] met ${'abcdefghij'[at % 10]}${at} and z${at * 7} off [P${at * 3}|place] on day ${at} of year ${at * 11}.`

async function harbour(given: { size?: number; sentences?: string[]; copies?: number } = {}) {
  const actor = await makeProject()
  const { size = 30, copies = 1 } = given
  const sentences = given.sentences ?? Array.from({ length: size }, (_, at) => sentence(at + 1))
  const corpus = await makeCorpus(actor, { sentences })
  const release = await makeRelease(actor, [{ corpusId: corpus.id, label: 'vessel' }])
  return { actor, corpus, release, recipe: makeRecipe({ corpora: [corpus.id], copies, emptyShare: 0 }) }
}

/** Guidelines, a rule and a format variant: all that makes a record compound. */
function compoundRelease(actor: ProjectActor, corpusId: string) {
  const rule: GivenContent = {
    kind: 'rule',
    key: 'words-before',
    corpusId,
    content: {
      taskForm: 'ner',
      scope: { labels: [] },
      statement: { en: 'Take the word before a name in.', zh: '包括名称前的词。' },
      paraphrases: { en: ['Begin with the word that stands before it.'], zh: [] },
      transform: { name: 'leading-determiner', parameters: { mode: 'include', words: ['ship', 'off'] } },
      exceptions: [{ ordinal: 3, reason: 'Said to be wrong here.' }],
      note: '',
    },
  }
  const format: GivenContent = {
    kind: 'format',
    key: 'table',
    corpusId: null,
    content: {
      ...{ name: 'Table', carrier: 'markdown-table', parameters: {}, taskForms: [] },
      ask: { en: ['Answer with a table.', 'A Markdown table, please.'], zh: ['请用表格作答。'] },
      askRecords: { en: [], zh: [] },
    },
  }
  const guidelines = [
    { corpusId, label: 'vessel' },
    { corpusId, label: 'place', typical: ['P3', 'P6', 'P9'] },
  ]
  return makeRelease(actor, guidelines, [rule, format])
}

/** As a worker does that was asked to help. */
async function workOn(actor: ProjectActor, of: { runId: string; release: { id: string }; recipe: Recipe }) {
  const { runId, release, recipe } = of
  const prepared = await prepareRelease(release.id, { projectId: actor.project.id, recipe })
  const heldOut = await readHeldOut(actor.project.id)
  await composeOpenParts({ runId, prepared, heldOut, progress: quietContext.progress })
}

async function runOf(actor: ProjectActor, given: { releaseId: string; recipe: Recipe }) {
  const run = await makeRun(actor, given)
  await composeRunHandler.run({ runId: run.id }, { ...quietContext, projectId: actor.project.id })
  return readRun(actor, run)
}

/** A run that is cut into many small parts, as a large one is. */
async function openRun(
  actor: ProjectActor,
  of: { releaseId: string; recipe: Recipe; last: number; size: number },
) {
  const run = await makeRun(actor, of)
  await db.run.update({ where: { id: run.id }, data: { state: 'running' } })
  const stretches = []
  for (let first = 1; first <= of.last; first += of.size)
    stretches.push({ source: 0, firstOrdinal: first, lastOrdinal: Math.min(of.last, first + of.size - 1) })
  await planParts(run.id, stretches)
  return run
}

const linesOf = async (runId: string) =>
  (await readFile(path.join(folder, 'runs', runId, 'instructions.jsonl'), 'utf8')).trimEnd().split('\n')

describe('parts of a run', () => {
  it('cover every instance once, in order, whatever the copies', async () => {
    const { corpus } = await harbour({ size: 25 })
    const parts = await cutParts([corpus, corpus], { id: corpus.id, copies: 1000 })
    const ordinals = parts.flatMap(({ source, firstOrdinal: first, lastOrdinal: last }) =>
      Array.from({ length: last - first + 1 }, (_, at) => [source, first + at]),
    )
    const all = Array.from({ length: 25 }, (_, at) => at + 1)
    expect(ordinals).toEqual([0, 1].flatMap((source) => all.map((ordinal) => [source, ordinal])))
  })

  it('are large at first and small at last, so that no worker waits long for another', async () => {
    const { corpus } = await harbour({ size: 200 })
    const parts = await cutParts([corpus], { id: corpus.id, copies: 1000 })
    const sizes = parts.map(({ firstOrdinal, lastOrdinal }) => lastOrdinal - firstOrdinal + 1)
    expect(sizes.slice(0, 12)).toEqual(Array(12).fill(10))
    expect(sizes.slice(-5)).toEqual(Array(5).fill(1))
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  })

  it('are taken by one worker each, and come back when they are given back or their holder is not heard of', async () => {
    const { actor, release, recipe } = await harbour()
    const run = await openRun(actor, { releaseId: release.id, recipe, last: 30, size: 10 })
    const taken = await Promise.all([holdPart(run.id), holdPart(run.id), holdPart(run.id), holdPart(run.id)])
    expect(taken.map((part) => part?.number ?? null).sort()).toEqual([1, 2, 3, null])
    await releasePart(run.id, 2)
    expect(await holdPart(run.id)).toMatchObject({ number: 2 })
    await pool().query(`UPDATE run_part SET held_until = now()::timestamp - interval '1 s' WHERE number = 3`)
    expect(await holdPart(run.id)).toMatchObject({ number: 3 })
    expect(await holdPart(run.id)).toBeNull()
  })

  it('are not taken once the run is over', async () => {
    const { actor, release, recipe } = await harbour()
    const run = await openRun(actor, { releaseId: release.id, recipe, last: 30, size: 10 })
    await db.run.update({ where: { id: run.id }, data: { state: 'cancelled' } })
    expect(await holdPart(run.id)).toBeNull()
    expect(await composePartsHandler.run({ runId: run.id }, quietContext)).toEqual({})
    expect((await countParts(run.id)).undone).toBe(3)
  })

  it.each([
    { workers: 1, size: 60 },
    { workers: 1, size: 1 },
    { workers: 2, size: 23 },
    { workers: 3, size: 7 },
  ])(
    'give the same bytes and counts in stretches of $size by $workers workers',
    async ({ workers, size }) => {
      const { actor, corpus, recipe } = await harbour({ size: 60, copies: 2 })
      const release = await compoundRelease(actor, corpus.id)
      const whole = await runOf(actor, { releaseId: release.id, recipe })
      expect(whole.counts.byStrategy).toMatchObject({
        guideline: expect.any(Number),
        rule: expect.any(Number),
        format: expect.any(Number),
      })
      const run = await openRun(actor, { releaseId: release.id, recipe, last: 60, size })
      await Promise.all(
        Array.from({ length: workers }, () => workOn(actor, { runId: run.id, release, recipe })),
      )
      expect((await countParts(run.id)).undone).toBe(0)
      await composeRunHandler.run({ runId: run.id }, quietContext)
      const { sha256, counts } = await readRun(actor, run)
      expect({ sha256, counts }).toEqual({ sha256: whole.sha256, counts: whole.counts })
      expect(await db.runPart.count({ where: { runId: run.id } })).toBe(0)
    },
  )

  it('come back when their file cannot be made durable, and give the same bytes then', async () => {
    const { actor, corpus, recipe } = await harbour({ size: 20 })
    const release = await compoundRelease(actor, corpus.id)
    const whole = await runOf(actor, { releaseId: release.id, recipe })
    const run = await openRun(actor, { releaseId: release.id, recipe, last: 20, size: 7 })
    const inTheWay = path.join(folder, partKey(run.id, 2))
    await mkdir(path.join(inTheWay, 'something'), { recursive: true })
    await expect(workOn(actor, { runId: run.id, release, recipe })).rejects.toThrow()
    await rm(inTheWay, { recursive: true })
    await pool().query(
      `UPDATE run_part SET held_until = now()::timestamp - interval '1 s' WHERE state = 'held'`,
    )
    await composeRunHandler.run({ runId: run.id }, quietContext)
    expect((await readRun(actor, run)).sha256).toBe(whole.sha256)
  })
})

describe('a run', () => {
  it('keeps the first of records that are the same, and of texts that are nearly so', async () => {
    const long = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ')
    const { actor, release, recipe } = await harbour({
      sentences: [
        sentence(1),
        `The [Petrel|vessel] lay there: ${long}.`,
        sentence(2),
        `The [Petrel|vessel] lay here: ${long}.`,
        sentence(1),
        `The [Petrel|vessel] lay there: ${long} again.`,
      ],
    })
    const run = await runOf(actor, { releaseId: release.id, recipe })
    const ordinals = (await linesOf(run.id)).map((line) => JSON.parse(line).provenance.ordinal)
    expect(ordinals).toEqual([1, 2, 3])
    const { duplicate = 0, 'near-duplicate': near = 0 } = run.counts.refused
    expect(duplicate + near).toBe(3)
    expect(run.instructionCount).toBe(3)
    expect(run.counts.basic + run.counts.compound).toBe(3)
    expect(Object.values(run.counts.byCorpus)).toEqual([3])
    const { items } = await listRefusals(actor, run)
    const shown = items.flatMap(({ records }) => records.map(({ ordinal, twin }) => [ordinal, twin?.ordinal]))
    expect(shown.toSorted(([one], [other]) => one! - other!)).toEqual([
      [4, 2],
      [5, 1],
      [6, 2],
    ])
    expect(items.flatMap(({ records }) => records.map(({ fault }) => fault?.name)).sort()).toEqual(
      [...Array(near).fill('nearly-same'), ...Array(duplicate).fill('same')].sort(),
    )
  })

  it('remembers how many records show each version', async () => {
    const { actor, release, recipe } = await harbour({ size: 20 })
    const run = await runOf(actor, { releaseId: release.id, recipe: { ...recipe, compoundShare: 1 } })
    const [use] = await db.runUse.findMany({ where: { runId: run.id } })
    const [item] = await db.releaseItem.findMany({ where: { releaseId: release.id } })
    expect(use).toMatchObject({ versionId: item!.versionId, records: run.counts.compound })
    expect(run.counts.byVersion).toEqual({})
  })

  it('holds nothing of a text that is held out, by 13 words in a row, 8 of a short text, or all of a shorter one', async () => {
    const { actor, release, recipe } = await harbour({
      sentences: [
        'One two three four five six seven eight nine ten eleven twelve thirteen and the [Petrel|vessel].',
        'One two three four five six seven eight nine ten eleven twelve, and the [Petrel|vessel] besides.',
        'She said: gulls rose over the [Petrel|vessel] as it left.',
        'Gulls rose over [Homeward|vessel].',
        'Gulls rose over [Homeward|vessel] again.',
        'Look: gulls rose over the [Petrel|vessel] as it sank!',
        'Die Möwen über der Insel: 海鸥在码头上空盘旋了很久然后飞走了 [Petrel|vessel].',
      ],
    })
    await makeCorpus(actor, {
      heldOut: true,
      sentences: [
        'Zero one TWO three four five six seven eight nine ten eleven twelve thirteen fourteen.',
        'Then gulls rose over the [Petrel|vessel] as it sank.',
        'Gulls rose over Homeward!',
        '那天海鸥在码头上空盘旋了很久然后飞走了',
      ],
    })
    const run = await runOf(actor, { releaseId: release.id, recipe })
    const ordinals = (await linesOf(run.id)).map((line) => JSON.parse(line).provenance.ordinal)
    expect(ordinals).toEqual([2, 3, 5])
    expect(run.counts.refused).toMatchObject({ contamination: 4 })
    const { items } = await listRefusals(actor, run)
    const held = items.find(({ reason }) => reason === 'contamination')!
    expect(held.records.map(({ ordinal, fault }) => [ordinal, fault?.params.words])).toEqual([
      [1, 'one two three four five six seven eight nine ten eleven twelve thirteen'],
      [4, 'gulls rose over homeward'],
      [6, 'gulls rose over the petrel as it sank'],
      [7, '海鸥在码头上空盘旋了很久然'],
    ])
    const [heldOut] = await db.corpus.findMany({ where: { projectId: actor.project.id, heldOut: true } })
    const measured = makeRecipe({ corpora: [heldOut!.id] })
    await expect(startRun(actor, { release: release.number, recipe: measured })).rejects.toMatchObject({
      details: { reason: 'corpus-held-out' },
    })
  })
})
