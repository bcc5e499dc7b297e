import { describe, expect, it } from 'vitest'
import { draftGuidelines } from '@/lib/artifacts/draft-guidelines'
import { fixCorpusHandler } from '@/lib/corpora/fix-corpus.job'
import { type Fix, fixSchema, importPlanSchema } from '@/lib/corpora/fixes/model'
import { orderFix, undoFix } from '@/lib/corpora/fixes/order-fix'
import { previewFix } from '@/lib/corpora/fixes/preview-fix'
import { listFixes } from '@/lib/corpora/fixes/queries'
import { importCorpusHandler } from '@/lib/corpora/import-corpus.job'
import { fixCorpusJob, surveyCorpusJob } from '@/lib/corpora/jobs'
import { listInstances } from '@/lib/corpora/list-instances'
import { labelCountSchema } from '@/lib/corpora/model'
import { readCorpus } from '@/lib/corpora/queries'
import { listProblems, readSurvey } from '@/lib/corpora/survey/queries'
import { surveyCorpusHandler } from '@/lib/corpora/survey-corpus.job'
import { db, sql } from '@/lib/platform/db'
import { Cancelled } from '@/lib/platform/errors'
import type { JobContext } from '@/lib/platform/jobs'
import type { ProjectActor } from '@/lib/projects/model'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import { makeCorpus } from '@/prisma/factories/corpora'
import { keepFilesApart } from '@/prisma/factories/files'
import { importContent, orderImport } from '@/prisma/factories/imports'
import { makeJobContext } from '@/prisma/factories/jobs'
import { makeProject } from '@/prisma/factories/people'

keepFilesApart()

const sentences = [
  'The [Greens|politicalparty] met [Ida Holm|person].',
  'The [Reds|political_party] and the [Greens|politicalparty] spoke.',
  'Nobody came.',
  'The [Greens|politicalparty] met [Ida Holm|person].',
  '[Ida Holm|person] spoke.',
  '[Ida Holm|politician] spoke.',
]

async function doFix(actor: ProjectActor, corpus: string, given: unknown): Promise<number> {
  const { number } = await orderFix(actor, { corpus, fix: fixSchema.parse(given) })
  await work(actor, corpus, number)
  return number
}

async function undo(actor: ProjectActor, corpus: string, number: number): Promise<void> {
  const ordered = await undoFix(actor, { corpus, number })
  await work(actor, corpus, ordered.number)
}

async function work(actor: ProjectActor, corpusId: string, number: number, context?: Partial<JobContext>) {
  const { id } = await db.corpusFix.findFirstOrThrow({ where: { corpusId, number } })
  await fixCorpusHandler.run({ fixId: id }, makeJobContext(actor, context))
}

/** Everything of the instances and the counts, byte for byte. */
async function contentOf(corpusId: string) {
  const rows = await db.$queryRaw<object[]>(sql`
    SELECT ordinal, id, line, text, gold::text, labels, encode(text_hash, 'hex') AS hash, meta::text
    FROM instance WHERE corpus_id = ${corpusId}::uuid ORDER BY ordinal`)
  const { instanceCount, itemCount, labels } = await db.corpus.findUniqueOrThrow({ where: { id: corpusId } })
  return { rows, instanceCount, itemCount, labels }
}

/** The counts as the rows themselves give them. */
async function countsOfRows(corpusId: string) {
  const rows = await db.instance.findMany({ where: { corpusId } })
  const { labelsIn } = findTaskForm('ner')
  const items = rows.map(({ gold }) => labelsIn(gold))
  const labels = [...new Set(items.flat())].map((label) => ({
    label,
    items: items.flat().filter((one) => one === label).length,
    instances: items.filter((own) => own.includes(label)).length,
  }))
  return { instanceCount: rows.length, itemCount: items.flat().length, labels }
}

async function expectExactCounts(corpusId: string) {
  const corpus = await db.corpus.findUniqueOrThrow({ where: { id: corpusId } })
  const { instanceCount, itemCount } = corpus
  const labels = labelCountSchema.array().parse(corpus.labels)
  const real = await countsOfRows(corpusId)
  expect({ instanceCount, itemCount }).toEqual({
    instanceCount: real.instanceCount,
    itemCount: real.itemCount,
  })
  expect(new Set(labels)).toEqual(new Set(real.labels))
}

const ordinalsOf = async (actor: ProjectActor, corpus: string, asked: object) =>
  (await listInstances(actor, { corpus, limit: 50, ...asked })).items.map(({ ordinal }) => ordinal)

const surveyed = (actor: ProjectActor, corpusId: string) =>
  surveyCorpusHandler.run({ corpusId }, makeJobContext(actor))

describe('a fix of labels', () => {
  it.each<[string, unknown]>([
    ['renames', { kind: 'relabel', from: ['person'], to: 'human' }],
    ['merges', { kind: 'relabel', from: ['political_party', 'politicalparty'], to: 'political party' }],
    ['merges into one that is there', { kind: 'relabel', from: ['political_party'], to: 'politicalparty' }],
    ['drops', { kind: 'drop-label', from: ['politicalparty'] }],
  ])('%s, counts exactly, and is undone byte for byte', async (_name, fix) => {
    const actor = await makeProject()
    const { id } = await makeCorpus(actor, { sentences })
    const before = await contentOf(id)
    const number = await doFix(actor, id, fix)
    expect(await contentOf(id)).not.toEqual(before)
    await expectExactCounts(id)
    await undo(actor, id, number)
    expect(await contentOf(id)).toEqual(before)
  })

  it('says before what will happen, and after what has', async () => {
    const actor = await makeProject()
    const { id } = await makeCorpus(actor, { sentences })
    const fix = fixSchema.parse({ kind: 'relabel', from: ['political_party'], to: 'politicalparty' })
    const preview = await previewFix(actor, { corpus: id, fix })
    expect(preview).toMatchObject({
      instances: 1,
      items: 1,
      merges: true,
      guidelines: { approved: 0, waiting: 0 },
    })
    expect(preview.examples).toHaveLength(1)
    expect(preview.examples[0]!.after!.spans.map(({ label }) => label)).toEqual([
      'politicalparty',
      'politicalparty',
    ])
    const number = await doFix(actor, id, fix)
    expect((await listFixes(actor, { corpus: id })).items).toMatchObject([
      { number, fix, state: 'done', counts: { changed: 1, renamedItems: 1 }, by: actor.name, canUndo: true },
    ])
    const [deed] = await db.auditEntry.findMany({ where: { subjectId: id, action: 'corpus.fixed' } })
    expect(deed!.data).toMatchObject({
      fix: 'political_party -> politicalparty',
      changed: 1,
      startedBy: actor.id,
    })
  })

  it('is found under its new name at once, and a survey is ordered', async () => {
    const actor = await makeProject()
    const { id } = await makeCorpus(actor, { sentences })
    await surveyed(actor, id)
    await doFix(actor, id, { kind: 'relabel', from: ['political_party', 'politicalparty'], to: 'party' })
    expect(await ordinalsOf(actor, id, { label: 'party' })).toEqual([1, 2, 4])
    expect(await ordinalsOf(actor, id, { label: 'politicalparty' })).toEqual([])
    const jobs = await db.jobRun.findMany({ where: { subjectId: id, kind: surveyCorpusJob.name } })
    expect(jobs).toMatchObject([{ state: 'queued' }])
    await surveyed(actor, id)
    expect(await ordinalsOf(actor, id, { label: 'party', otherLabel: 'person' })).toEqual([1, 4])
  })

  it('reaches only labels that are there', async () => {
    const actor = await makeProject()
    const { id } = await makeCorpus(actor, { sentences })
    await expect(doFix(actor, id, { kind: 'drop-label', from: ['ship'] })).rejects.toMatchObject({
      details: { reason: 'fix-label-unknown', params: { label: 'ship' } },
    })
  })
})

describe('instances with a problem', () => {
  it('are taken out but for the first, and come back as they were', async () => {
    const actor = await makeProject()
    const { id } = await makeCorpus(actor, { sentences })
    await surveyed(actor, id)
    const before = await contentOf(id)
    const fix = { kind: 'drop-instances', problem: 'exact-duplicate', keep: 'first' }
    expect(await previewFix(actor, { corpus: id, fix: fix as Fix })).toMatchObject({ instances: 1 })
    const number = await doFix(actor, id, fix)
    await expectExactCounts(id)
    expect(await ordinalsOf(actor, id, {})).toEqual([1, 2, 3, 5, 6])
    expect(await ordinalsOf(actor, id, { q: 'spoke' })).toEqual([2, 5, 6])
    await surveyed(actor, id)
    expect((await readSurvey(actor, { corpus: id })).survey!.content).toMatchObject({
      instances: 5,
      problems: expect.not.arrayContaining([expect.objectContaining({ kind: 'exact-duplicate' })]),
    })
    await undo(actor, id, number)
    expect(await contentOf(id)).toEqual(before)
  })

  it('that are all taken out leave the pages after them readable', async () => {
    const actor = await makeProject()
    const twins = Array.from({ length: 6 }, () => '[Ida|person] spoke.')
    const { id } = await makeCorpus(actor, {
      sentences: [...twins, '[Ida|person] spoke again.', '[Bo|person] spoke.'],
    })
    await surveyed(actor, id)
    await doFix(actor, id, { kind: 'drop-instances', problem: 'exact-duplicate', keep: 'none' })
    const found: number[] = []
    let cursor: string | undefined
    do {
      const page = await listInstances(actor, { corpus: id, label: 'person', limit: 2, cursor })
      found.push(...page.items.map(({ ordinal }) => ordinal))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(found).toEqual([7, 8])
  })

  it('that are kept are found no more, until that is undone', async () => {
    const actor = await makeProject()
    const { id } = await makeCorpus(actor, { sentences })
    await surveyed(actor, id)
    const problems = async () =>
      (await listProblems(actor, { corpus: id, kind: 'conflicting-duplicate', limit: 9 })).items
    const [group] = await problems()
    expect(group).toMatchObject({ instances: 2, ordinals: [5, 6] })
    const fix = { kind: 'keep', problem: 'conflicting-duplicate', group: group!.groupKey }
    const number = await doFix(actor, id, fix)
    expect(await problems()).toEqual([])
    await surveyed(actor, id)
    expect(await problems()).toEqual([])
    expect(await ordinalsOf(actor, id, { problem: 'conflicting-duplicate' })).toEqual([])
    await undo(actor, id, number)
    expect(await problems()).toMatchObject([{ ordinals: [5, 6] }])
  })
})

describe('two things at once', () => {
  it('are refused: another fix, a draft, a run, an undo of an older one', async () => {
    const actor = await makeProject()
    const { id, name } = await makeCorpus(actor, { sentences })
    const first = await doFix(actor, id, { kind: 'relabel', from: ['person'], to: 'human' })
    const fix = fixSchema.parse({ kind: 'relabel', from: ['human'], to: 'person' })
    const { number } = await orderFix(actor, { corpus: id, fix })
    const busy = { code: 'conflict', details: { reason: 'corpus-being-fixed', params: { corpus: name } } }
    await expect(orderFix(actor, { corpus: id, fix })).rejects.toMatchObject(busy)
    await expect(draftGuidelines(actor, { corpus: id })).rejects.toMatchObject(busy)
    await work(actor, id, number)
    await expect(undoFix(actor, { corpus: id, number: first })).rejects.toMatchObject({
      details: { reason: 'fix-not-newest', params: { number: first, newest: number } },
    })
    await draftGuidelines(actor, { corpus: id })
    await expect(orderFix(actor, { corpus: id, fix })).rejects.toMatchObject({
      details: { reason: 'corpus-being-read' },
    })
  })

  it('are undone one after the other, and no fix twice', async () => {
    const actor = await makeProject()
    const { id } = await makeCorpus(actor, { sentences })
    const before = await contentOf(id)
    const first = await doFix(actor, id, { kind: 'relabel', from: ['person'], to: 'human' })
    const second = await doFix(actor, id, { kind: 'drop-label', from: ['human'] })
    await undo(actor, id, second)
    await undo(actor, id, first)
    expect(await contentOf(id)).toEqual(before)
    await expect(undoFix(actor, { corpus: id, number: first })).rejects.toMatchObject({
      details: { reason: 'no-fix-to-undo' },
    })
  })

  it('only leads order fixes', async () => {
    const actor = await makeProject()
    const { id } = await makeCorpus(actor, { sentences })
    const fix = fixSchema.parse({ kind: 'drop-label', from: ['person'] })
    const annotator = { ...actor, role: 'annotator' as const }
    const refused = { code: 'forbidden' }
    await expect(orderFix(annotator, { corpus: id, fix })).rejects.toMatchObject(refused)
    await expect(previewFix(annotator, { corpus: id, fix })).rejects.toMatchObject(refused)
    await expect(undoFix(annotator, { corpus: id, number: 1 })).rejects.toMatchObject(refused)
  })
})

describe('a fix that ends early', () => {
  it('has done nothing when it is cancelled, and another can be ordered', async () => {
    const actor = await makeProject()
    const { id } = await makeCorpus(actor, { sentences })
    const before = await contentOf(id)
    const fix = fixSchema.parse({ kind: 'relabel', from: ['person'], to: 'human' })
    const { number } = await orderFix(actor, { corpus: id, fix })
    const progress = async ({ done }: { done: number }) => {
      if (done > 0) throw new Cancelled()
    }
    await expect(work(actor, id, number, { progress })).rejects.toThrow(Cancelled)
    expect(await contentOf(id)).toEqual(before)
    const { id: fixId } = await db.corpusFix.findFirstOrThrow({ where: { corpusId: id, number } })
    await fixCorpusHandler.ended!({ fixId }, 'cancelled', makeJobContext(actor))
    expect((await listFixes(actor, { corpus: id })).items).toMatchObject([
      { state: 'cancelled', canUndo: false },
    ])
    await doFix(actor, id, fix)
    expect((await readCorpus(actor, { corpus: id })).labels.map(({ label }) => label)).toContain('human')
  })

  it('run again after it was done, changes nothing', async () => {
    const actor = await makeProject()
    const { id } = await makeCorpus(actor, { sentences })
    const number = await doFix(actor, id, { kind: 'relabel', from: ['person'], to: 'human' })
    const after = await contentOf(id)
    await work(actor, id, number)
    expect(await contentOf(id)).toEqual(after)
    expect(await db.jobRun.count({ where: { subjectId: id, kind: fixCorpusJob.name } })).toBe(1)
  })

  it('keeps its journal: rows of it neither change nor go', async () => {
    const actor = await makeProject()
    const { id } = await makeCorpus(actor, { sentences })
    await doFix(actor, id, { kind: 'relabel', from: ['person'], to: 'human' })
    const refused = /only ever added/
    await expect(db.corpusFix.updateMany({ where: { corpusId: id }, data: { counts: {} } })).rejects.toThrow(
      refused,
    )
    await expect(db.corpusFix.deleteMany({ where: { corpusId: id } })).rejects.toThrow()
    await expect(db.corpusFixChange.deleteMany({ where: { fix: { corpusId: id } } })).rejects.toThrow()
    await db.corpus.delete({ where: { id } })
    expect(await db.corpusFix.count({ where: { corpusId: id } })).toBe(0)
  })
})

describe('fixes that are settled with the import', () => {
  const line = (label: string, text = 'Ship one left.') =>
    JSON.stringify({ text, spans: [{ start: 0, end: 4, label }] })
  const content = [
    line('craft'),
    line('Craft', 'Ship two left.'),
    line('craft'),
    line('boat', 'Ship six sank.'),
  ].join('\n')

  it('are done before the corpus is ready, stand in its list, and can be undone', async () => {
    const actor = await makeProject()
    const plan = {
      fixes: [
        { kind: 'relabel' as const, from: ['Craft'], to: 'craft', part: 'label' as const },
        { kind: 'drop-instances' as const, problem: 'exact-duplicate' as const, keep: 'first' as const },
      ],
      known: ['craft'],
    }
    const { id } = await importContent(actor, content, { plan })
    await expectExactCounts(id)
    const { labels, instanceCount } = await readCorpus(actor, { corpus: id })
    expect({ labels: labels.map(({ label }) => label), instanceCount }).toEqual({
      labels: ['craft', 'boat'],
      instanceCount: 3,
    })
    expect((await listFixes(actor, { corpus: id })).items).toMatchObject([
      { number: 2, counts: { dropped: 1 }, canUndo: true },
      { number: 1, counts: { changed: 1 } },
    ])
    await surveyed(actor, id)
    expect((await listProblems(actor, { corpus: id, kind: 'unknown-label', limit: 9 })).items).toMatchObject([
      { groupKey: 'boat', ordinals: [4] },
    ])
    await undo(actor, id, 2)
    await undo(actor, id, 1)
    const plain = await importContent(actor, content, { name: 'plain' })
    const rowsOf = async (corpusId: string) =>
      (await contentOf(corpusId)).rows.map((row) => ({ ...row, id: null }))
    expect(await rowsOf(id)).toEqual(await rowsOf(plain.id))
  })

  it('see what the fixes before them left: spellings that are merged first make duplicates', async () => {
    const actor = await makeProject()
    const spelled = [line('craft'), line('Craft'), line('boat', 'Ship six sank.')].join('\n')
    const { id } = await importContent(actor, spelled, {
      plan: {
        fixes: [
          { kind: 'drop-instances', problem: 'conflicting-duplicate', keep: 'none' },
          { kind: 'relabel', from: ['boat'], to: 'vessel', part: 'label' },
        ],
      },
    })
    expect((await readCorpus(actor, { corpus: id })).instanceCount).toBe(1)
    const merged = await importContent(actor, spelled, {
      name: 'merged first',
      plan: {
        fixes: [
          { kind: 'relabel', from: ['Craft'], to: 'craft', part: 'label' },
          { kind: 'drop-instances', problem: 'conflicting-duplicate', keep: 'none' },
          { kind: 'drop-instances', problem: 'exact-duplicate', keep: 'first' },
        ],
      },
    })
    expect((await listFixes(actor, { corpus: merged.id })).items.map(({ counts }) => counts)).toMatchObject([
      { dropped: 1 },
      { dropped: 0 },
      { changed: 1 },
    ])
  })

  it('take out texts that say nothing, and leave what was kept before', async () => {
    const actor = await makeProject()
    const bare = JSON.stringify({ text: '---', spans: [] })
    const { id } = await importContent(
      actor,
      [line('craft'), bare, line('craft'), line('boat', 'Ship six sank.')].join('\n'),
      {
        plan: {
          fixes: [
            { kind: 'keep', problem: 'exact-duplicate' },
            { kind: 'relabel', from: ['boat'], to: 'vessel', part: 'label' },
            { kind: 'drop-instances', problem: 'poor-text', keep: 'none' },
          ],
        },
      },
    )
    await surveyed(actor, id)
    const { survey } = await readSurvey(actor, { corpus: id })
    expect(survey!.content.problems.map(({ kind }) => kind)).toEqual([])
    expect((await readCorpus(actor, { corpus: id })).instanceCount).toBe(3)
  })

  it('go on where a worker was killed, and do nothing twice', async () => {
    const actor = await makeProject()
    const plan = {
      fixes: [
        { kind: 'relabel' as const, from: ['Craft'], to: 'craft', part: 'label' as const },
        { kind: 'drop-instances' as const, problem: 'exact-duplicate' as const, keep: 'first' as const },
      ],
    }
    const { corpus } = await orderImport(actor, content, { plan })
    const run = (context?: Partial<JobContext>) =>
      importCorpusHandler.run({ corpusId: corpus.id }, makeJobContext(actor, context))
    const progress = async () => {
      if ((await db.corpusFix.count({ where: { corpusId: corpus.id } })) === 1) throw new Error('killed')
    }
    await expect(run({ progress })).rejects.toThrow('killed')
    await run()
    expect((await listFixes(actor, { corpus: corpus.id })).items).toMatchObject([
      { number: 2, counts: { dropped: 1 } },
      { number: 1, counts: { changed: 1 } },
    ])
  })

  it('leave nothing behind when they would take out everything', async () => {
    const actor = await makeProject()
    const plan = {
      fixes: [
        { kind: 'drop-instances' as const, problem: 'exact-duplicate' as const, keep: 'none' as const },
      ],
    }
    await expect(
      importContent(actor, [line('craft'), line('craft')].join('\n'), { plan }),
    ).rejects.toMatchObject({
      details: { reason: 'import-dropped-all' },
    })
  })

  it('are refused where only a survey could find the problem', () => {
    const fixes = [{ kind: 'drop-instances', problem: 'near-duplicate', keep: 'first' }]
    expect(importPlanSchema.safeParse({ fixes }).success).toBe(false)
  })
})
