import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { composeRunHandler } from '@/lib/synthesis/compose-run.job'
import { hashRecipe } from '@/lib/synthesis/hash-recipe'
import { type Instruction, instructionSchema } from '@/lib/synthesis/model'
import { previewRun } from '@/lib/synthesis/preview-run'
import { listRefusals, readRun } from '@/lib/synthesis/queries'
import { makeCorpus } from '@/prisma/factories/corpora'
import { makeJobContext } from '@/prisma/factories/jobs'
import { makeProject } from '@/prisma/factories/people'
import {
  type GivenContent,
  makeRecipe,
  makeRelease,
  makeRun,
  versionIdOf,
} from '@/prisma/factories/synthesis'

const folder = path.join(process.env.GLOSS_DATA_DIR!, 'files')

const SENTENCES = [
  'The [Grey Petrel|vessel] left the [Homeward|vessel] at [Wickholm|place].',
  'They saw the [Petrel|vessel] off [Ostrey|place].',
  'Nothing was said.',
]

const ruleContent = (given: Partial<Extract<GivenContent, { kind: 'rule' }>['content']>) => ({
  taskForm: 'ner' as const,
  scope: { labels: [] },
  statement: { en: 'Take “the” in.', zh: '包括冠词。' },
  paraphrases: { en: ['Begin with “the”.'], zh: [] },
  transform: { name: 'leading-determiner' as const, parameters: { mode: 'include', words: ['the', 'The'] } },
  exceptions: [{ ordinal: 1, reason: 'A name with its article.' }],
  note: '',
  ...given,
})

/** A corpus of sentences, and a release with a guideline, a rule, one that people apply themselves, and a format variant. */
async function harbour() {
  const actor = await makeProject()
  const sentences = Array.from({ length: 300 }, (_, at) => `${SENTENCES[at % 3]} (${at})`)
  const corpus = await makeCorpus(actor, { sentences })
  const corpusId = corpus.id
  const written = {
    kind: 'rule' as const,
    key: 'written',
    corpusId,
    content: ruleContent({ transform: null }),
  }
  const others: GivenContent[] = [
    { kind: 'rule', key: 'determiner', corpusId, content: ruleContent({}) },
    written,
    {
      kind: 'application',
      key: 'written-2',
      corpusId,
      content: {
        ruleVersionId: versionIdOf(actor, written),
        ordinal: 2,
        gold: { spans: [{ start: 13, end: 19, label: 'vessel' }] },
        changed: [],
      },
    },
    {
      kind: 'format',
      key: 'lines',
      corpusId: null,
      content: {
        name: 'Lines',
        carrier: 'tuples',
        parameters: {},
        taskForms: [],
        ask: { en: ['One tuple a line.'], zh: ['每行一个元组。'] },
        askRecords: { en: [], zh: [] },
      },
    },
  ]
  const release = await makeRelease(
    actor,
    [
      { corpusId, label: 'vessel' },
      { corpusId, label: 'place' },
    ],
    others,
  )
  return { actor, corpus, release }
}

async function compose(copies = 1) {
  const { actor, corpus, release } = await harbour()
  const recipe = makeRecipe({
    corpora: [corpus.id],
    compoundShare: 0.8,
    emptyShare: 0.3,
    copies,
    maxLength: 1200,
  })
  const run = await makeRun(actor, { releaseId: release.id, recipe })
  await composeRunHandler.run({ runId: run.id }, makeJobContext(actor))
  const file = await readFile(path.join(folder, 'runs', run.id, 'instructions.jsonl'), 'utf8')
  const records = file
    .trimEnd()
    .split('\n')
    .map((line) => instructionSchema.parse(JSON.parse(line)))
  return { actor, release, recipe, run: await readRun(actor, run), records }
}

const has = (strategy: 'guideline' | 'rule' | 'format') => (record: Instruction) =>
  record.provenance.strategies!.includes(strategy)

describe('a run of a release with guidelines, rules and formats', () => {
  it('shows each as people approved it, and names the approvals', async () => {
    const { records, release } = await compose(2)
    const [guided, ruled, formatted] = (['guideline', 'rule', 'format'] as const).map((one) =>
      records.filter(has(one)),
    )
    for (const found of [guided!, ruled!, formatted!]) expect(found.length).toBeGreaterThan(30)
    for (const { instruction } of ruled!) expect(instruction).toMatch(/- (Take|Begin with) “the”( in)?\./)
    for (const { instruction, provenance } of formatted!) {
      expect(instruction).toContain('One tuple a line.')
      expect(provenance.carrier).toBe('tuples')
    }
    const kinds = new Set(records.flatMap(({ provenance }) => provenance.versions.map(({ kind }) => kind)))
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['format', 'guideline', 'rule']))
    expect(records.filter(({ provenance }) => provenance.ordinal === 1).some(has('rule'))).toBe(false)
    expect(records.every(({ provenance }) => provenance.releaseId === release.id)).toBe(true)
    const changed = ruled!.filter(({ provenance }) => provenance.rule!.changed)
    for (const { unruled, output } of changed) expect(unruled).not.toBe(output)
  })

  it('counts by form, carrier, strategy and mix, and by what was missed', async () => {
    const { run, records } = await compose()
    const { counts } = run
    expect(counts.byForm).toEqual({ ner: records.length })
    expect(counts.byStrategy.rule).toBe(records.filter(has('rule')).length)
    expect(counts.byStrategy.format).toBe(records.filter(has('format')).length)
    expect(counts.byCarrier.tuples).toBe(records.filter(has('format')).length)
    expect(Object.values(counts.mix).reduce((sum, count) => sum + count, 0)).toBe(records.length)
    const { changed, unchanged } = counts.rules
    expect(changed + unchanged).toBe(counts.byStrategy.rule)
    expect(counts.missed.rule).toBeGreaterThan(0)
  })

  it('keeps records that a gate refused, for a person to look at', async () => {
    const { actor, corpus, release } = await harbour()
    const recipe = makeRecipe({ corpora: [corpus.id], maxLength: 420 })
    const run = await makeRun(actor, { releaseId: release.id, recipe })
    await composeRunHandler.run({ runId: run.id }, makeJobContext(actor))
    const { items } = await listRefusals(actor, run)
    const long = items.find(({ reason }) => reason === 'length')!
    expect(long.count).toBeGreaterThan(50)
    expect(long.records).toHaveLength(50)
    const ordinals = long.records.map(({ ordinal }) => ordinal)
    expect(ordinals).toEqual(ordinals.toSorted((a, b) => a - b))
    for (const { why, instruction, input, output, corpusId } of long.records) {
      expect(why).toMatch(/^\d+ characters, 420 allowed\.$/)
      expect(instruction.length + input.length + output.length).toBeGreaterThan(420)
      expect(corpusId).toBe(corpus.id)
    }
    await expect(listRefusals(await makeProject(), run)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('refuses the records of corpora whose licences ask for what the recipe does not allow', async () => {
    const { actor, corpus, release } = await harbour()
    const bound = await makeCorpus(actor, {
      licence: 'CC BY-NC-SA 4.0',
      sentences: Array.from({ length: 60 }, (_, at) => `The gulls of [Ostrey ${at}|place] rest ${at} times.`),
    })
    const given = { corpora: [corpus.id, bound.id], temperature: 0.5 }
    const recipe = makeRecipe({ ...given, licences: ['share-alike', 'unknown'] })
    const run = await makeRun(actor, { releaseId: release.id, recipe })
    await composeRunHandler.run({ runId: run.id }, makeJobContext(actor, { runId: '' }))
    const { counts, instructionCount } = await readRun(actor, run)
    expect(counts.refused.licence).toBe(60)
    expect(Object.keys(counts.byCorpus)).toEqual([corpus.id])
    const alone = await makeRun(actor, {
      releaseId: release.id,
      recipe: makeRecipe({ ...given, corpora: [corpus.id] }),
    })
    await composeRunHandler.run({ runId: alone.id }, makeJobContext(actor, { runId: '' }))
    expect(instructionCount).toBe((await readRun(actor, alone)).instructionCount)
    const { items } = await listRefusals(actor, run)
    const [first] = items.find(({ reason }) => reason === 'licence')!.records
    expect(first).toMatchObject({
      corpusId: bound.id,
      fault: { name: 'licence', params: { licence: 'CC BY-NC-SA 4.0' } },
      input: expect.stringContaining('Ostrey'),
    })
    const previewed = await previewRun(actor, { release: release.number, recipe })
    expect(previewed.items.every(({ provenance }) => provenance.corpusId === corpus.id)).toBe(true)
    const seen = previewed.refused.find(({ reason }) => reason === 'licence')!
    expect(seen.count).toBeGreaterThan(0)
    expect(seen.records[0]).toMatchObject({ corpusId: bound.id })
    const all = makeRecipe({
      ...given,
      licences: ['unknown', 'no-derivatives', 'share-alike', 'non-commercial'],
    })
    expect(hashRecipe(all)).toBe(hashRecipe(makeRecipe(given)))
    expect(hashRecipe(recipe)).not.toBe(hashRecipe(all))
  })

  it('lets people look at what was left out to keep the share of empty answers', async () => {
    const { actor, corpus, release } = await harbour()
    const recipe = makeRecipe({ corpora: [corpus.id], emptyShare: 0.1 })
    const run = await makeRun(actor, { releaseId: release.id, recipe })
    await composeRunHandler.run({ runId: run.id }, makeJobContext(actor))
    const { items } = await listRefusals(actor, run)
    const [capped] = items.filter(({ reason }) => reason === 'empty-capped')
    expect(capped!.records[0]).toMatchObject({
      fault: { name: 'empty-capped', params: { share: 10 } },
      why: 'Its answer is empty, and these are no more than 10 % of the records.',
      input: expect.stringContaining('Nothing was said.'),
    })
    const previewed = await previewRun(actor, { release: release.number, recipe })
    expect(previewed.refused.find(({ reason }) => reason === 'empty-capped')!.count).toBeLessThanOrEqual(
      previewed.tried,
    )
  })

  it('is previewed with the mix that it will have', async () => {
    const { actor, release, recipe, run } = await compose()
    const { mix, items, coverage } = await previewRun(actor, { release: release.number, recipe })
    expect(mix.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
    for (const { taskForm, strategies, carrier, share } of mix) {
      const key = `${taskForm}/${strategies.join('+') || 'basic'}/${carrier}`
      expect(Math.abs((run.counts.mix[key] ?? 0) / run.instructionCount - share)).toBeLessThan(0.05)
    }
    expect(items.some(has('format'))).toBe(true)
    const { missed, byStrategy } = run.counts
    expect(coverage.lacking.rule).toBeCloseTo(missed.rule! / (missed.rule! + byStrategy.rule!), 1)
  })
})
