import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { nameLabels } from '@/lib/corpora/label-names/name-labels'
import { db } from '@/lib/platform/db'
import { Cancelled } from '@/lib/platform/errors'
import { sha256 } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'
import { composeRunHandler } from '@/lib/synthesis/compose-run.job'
import type { Instruction, Recipe } from '@/lib/synthesis/model'
import { previewRun } from '@/lib/synthesis/preview-run'
import { listInstructions, listRuns, readRun } from '@/lib/synthesis/queries'
import { readInstances } from '@/lib/synthesis/read-instances'
import { startRun } from '@/lib/synthesis/start-run'
import { makeCorpus } from '@/prisma/factories/corpora'
import { quietContext } from '@/prisma/factories/jobs'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { makeRecipe, makeRelease, makeRun } from '@/prisma/factories/synthesis'

const folder = path.join(process.env.GLOSS_DATA_DIR!, 'files')

const SENTENCES = [
  'The ferry [Grey Petrel|vessel] left [Wickholm|place] at noon.',
  '[Ana Lund|person] saw the [Homeward|vessel] off [Ostrey|place].',
  'Nothing was said.',
  '🚢 [澜湾|place] wrote “[Ana "Nan" Lund|person]” on the \\ bill.',
]

/** A corpus of `size` sentences and a release with two guidelines for it. */
async function harbour(size = 40) {
  const actor = await makeProject()
  const sentences = Array.from({ length: size }, (_, at) => `${SENTENCES[at % 4]} (${at})`)
  const corpus = await makeCorpus(actor, { sentences })
  const release = await makeRelease(actor, [
    { corpusId: corpus.id, label: 'vessel', positives: [{ ordinal: 1, start: 10, end: 21, note: 'a name' }] },
    { corpusId: corpus.id, label: 'place', typical: ['Wickholm', 'Port Ellis'] },
  ])
  return { actor, corpus, release, recipe: makeRecipe({ corpora: [corpus.id], copies: 2 }) }
}

async function compose(actor: ProjectActor, given: { releaseId: string; recipe: Recipe }) {
  const run = await makeRun(actor, given)
  await composeRunHandler.run(
    { runId: run.id },
    { ...quietContext, projectId: actor.project.id, startedBy: actor.id },
  )
  return readRun(actor, run)
}

const fileOf = (runId: string) => path.join(folder, 'runs', runId, 'instructions.jsonl')

async function recordsOf(runId: string): Promise<Instruction[]> {
  const records = []
  for await (const line of createInterface({ input: createReadStream(fileOf(runId)) }))
    records.push(JSON.parse(line) as Instruction)
  return records
}

describe('a run', () => {
  it('writes its file with the counts and the hash of what is in it', async () => {
    const { actor, corpus, release, recipe } = await harbour()
    const run = await compose(actor, { releaseId: release.id, recipe })
    const records = await recordsOf(run.id)
    expect(run).toMatchObject({ state: 'done', instructionCount: records.length, releaseNumber: 1 })
    expect(run.sha256).toBe(sha256(await readFile(fileOf(run.id))))
    expect(run.counts).toMatchObject({ instances: 40, byCorpus: { [corpus.id]: records.length } })
    expect(run.counts.basic + run.counts.compound).toBe(records.length)
    expect(records.length + (run.counts.refused['empty-capped'] ?? 0)).toBe(80)
  })

  it('has the same bytes when it is composed again, in another run or after the file was lost', async () => {
    const { actor, release, recipe } = await harbour()
    const first = await compose(actor, { releaseId: release.id, recipe })
    const second = await compose(actor, {
      releaseId: release.id,
      recipe: { ...recipe, name: 'Another name' },
    })
    expect(second.sha256).toBe(first.sha256)
    expect(second.id).not.toBe(first.id)
    expect(await readFile(fileOf(second.id))).toEqual(await readFile(fileOf(first.id)))
  })

  it('differs by its seed', async () => {
    const { actor, release, recipe } = await harbour()
    const first = await compose(actor, { releaseId: release.id, recipe })
    const second = await compose(actor, { releaseId: release.id, recipe: { ...recipe, seed: 7 } })
    expect(second.sha256).not.toBe(first.sha256)
  })

  it('reads the same instances whatever the size of its batches', async () => {
    const { corpus } = await harbour()
    const read = async (mostRows: number) => {
      const all = []
      for await (const batch of readInstances(corpus.id, { mostRows })) all.push(...batch)
      return all
    }
    const whole = await read(1000)
    expect(whole.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1))
    expect(await read(1)).toEqual(whole)
    expect(await read(7)).toEqual(whole)
  })

  it('has the same bytes when its worker died in the middle and the job was given out again', async () => {
    const { actor, release, recipe } = await harbour(600)
    const whole = await compose(actor, { releaseId: release.id, recipe })
    const run = await makeRun(actor, { releaseId: release.id, recipe })
    const context = { ...quietContext, projectId: actor.project.id, startedBy: actor.id }
    const progress = async ({ done }: { done: number }) => {
      if (done > 300) throw new Error('killed')
    }
    await expect(composeRunHandler.run({ runId: run.id }, { ...context, progress })).rejects.toThrow('killed')
    await composeRunHandler.run({ runId: run.id }, context)
    expect(await readRun(actor, run)).toMatchObject({
      state: 'done',
      sha256: whole.sha256,
      counts: whole.counts,
    })
  })

  it('leaves no file behind when it is cancelled', async () => {
    const { actor, release, recipe } = await harbour()
    const run = await makeRun(actor, { releaseId: release.id, recipe })
    const progress = async ({ done }: { done: number }) => {
      if (done) throw new Cancelled()
    }
    const context = { ...quietContext, progress, projectId: actor.project.id, startedBy: actor.id }
    await expect(composeRunHandler.run({ runId: run.id }, context)).rejects.toThrow(Cancelled)
    await composeRunHandler.ended?.({ runId: run.id }, 'cancelled', context)
    await expect(readFile(fileOf(run.id))).rejects.toThrow('ENOENT')
    expect(await readRun(actor, run)).toMatchObject({ state: 'cancelled', sha256: null })
  })

  it('shows an example from another instance, rendered from its text', async () => {
    const { actor, release, recipe } = await harbour()
    const run = await compose(actor, { releaseId: release.id, recipe: { ...recipe, compoundShare: 1 } })
    const line = 'in “The ferry Grey Petrel left Wickholm at noon. (0)”, “Grey Petrel” is a mention. (a name)'
    for (const { instruction, provenance } of await recordsOf(run.id)) {
      const shows = provenance.versions.length > 0 && provenance.labels.includes('vessel')
      expect(instruction.includes(line)).toBe(shows && provenance.ordinal !== 1)
    }
  })

  it('meets the share of compound with half of the labels guided, and counts what could not be compound', async () => {
    const { actor, release, recipe } = await harbour(800)
    const run = await compose(actor, { releaseId: release.id, recipe: { ...recipe, copies: 4 } })
    const { coverage } = await previewRun(actor, { release: release.number, recipe })
    expect(coverage).toMatchObject({ labels: 3, guided: 2 })
    expect(run.counts.compound / run.instructionCount).toBeCloseTo(0.45, 1)
    expect(run.counts.unguided / run.instructionCount).toBeCloseTo(1 - coverage.reachable, 1)
    for (const { instruction, provenance } of await recordsOf(run.id))
      if (provenance.strategy === 'compound') {
        expect(provenance.labels.every((label) => label === 'vessel' || label === 'place')).toBe(true)
        expect(provenance.versions).toHaveLength(provenance.labels.length)
        for (const label of provenance.labels) expect(instruction).toContain(`## ${label}`)
      }
  })

  it('calls labels by their names in instruction, guidelines and answer alike, and by themselves in the provenance', async () => {
    const { actor, corpus, release, recipe } = await harbour(60)
    const named = { ...recipe, compoundShare: 0.5, labelNames: 'display' as const }
    const raw = await compose(actor, { releaseId: release.id, recipe: { ...named, labelNames: 'raw' } })
    await nameLabels(actor, {
      corpus: corpus.id,
      changes: [{ label: 'vessel', name: { en: 'sea-going ship', zh: '船只' } }],
    })
    const run = await compose(actor, { releaseId: release.id, recipe: named })
    const before = await recordsOf(raw.id)
    const after = await recordsOf(run.id)
    const heading = (text: string) => text.replaceAll('sea-going ship', 'vessel')
    for (const [at, { instruction, output, provenance, input }] of after.entries()) {
      const asks = provenance.labels.includes('vessel')
      expect(Object.hasOwn(JSON.parse(output), 'sea-going ship')).toBe(asks)
      expect(Object.hasOwn(JSON.parse(output), 'vessel')).toBe(false)
      expect(instruction.includes('sea-going ship')).toBe(asks)
      expect(instruction.includes('## sea-going ship')).toBe(asks && provenance.strategy === 'compound')
      expect({ input, labels: provenance.labels }).toEqual({
        input: before[at]!.input,
        labels: before[at]!.provenance.labels,
      })
      expect([heading(instruction), heading(output)]).toEqual([before[at]!.instruction, before[at]!.output])
    }
    expect(run.counts.byLabel).toEqual(raw.counts.byLabel)
    expect(run.counts.refused).toEqual(raw.counts.refused)
  })

  it('stays basic throughout where the release speaks of none of its labels', async () => {
    const { actor, corpus, recipe } = await harbour(80)
    const release = await makeRelease(actor, [{ corpusId: corpus.id, label: 'unheard-of' }])
    const run = await compose(actor, { releaseId: release.id, recipe: { ...recipe, compoundShare: 1 } })
    expect(run.counts).toMatchObject({ compound: 0, unguided: run.instructionCount })
    const preview = await previewRun(actor, { release: release.number, recipe })
    expect(preview.coverage).toMatchObject({ labels: 3, guided: 0, reachable: 0, lacking: { guideline: 1 } })
  })

  it('carries the text of no version but those of its release', async () => {
    const { actor, corpus, release, recipe } = await harbour()
    await makeRelease(actor, [{ corpusId: corpus.id, label: 'vessel', definition: 'WRITTEN LATER' }])
    const run = await compose(actor, { releaseId: release.id, recipe: { ...recipe, compoundShare: 1 } })
    expect((await readFile(fileOf(run.id), 'utf8')).includes('WRITTEN LATER')).toBe(false)
  })
})

describe('starting a run', () => {
  it('numbers it, enqueues its job and leaves an audit row', async () => {
    const { actor, release, recipe } = await harbour()
    const started = await startRun(actor, { release: release.number, recipe })
    expect(started.run).toMatchObject({
      number: 1,
      state: 'queued',
      jobId: started.jobId,
      createdBy: actor.name,
    })
    const again = await startRun(actor, { release: release.number, recipe })
    expect(again.run).toMatchObject({ number: 2, recipeHash: started.run.recipeHash })
    const audited = await db.auditEntry.findMany({ where: { subjectId: started.run.id } })
    expect(audited).toMatchObject([{ action: 'run.started', actorId: actor.id }])
    expect((await listRuns(actor, { limit: 1 })).items[0]?.number).toBe(2)
    expect((await listRuns(actor, { limit: 1, cursor: '2' })).items[0]?.number).toBe(1)
  })

  it('is for leads, and for corpora and releases of the project', async () => {
    const { actor, release, recipe } = await harbour(4)
    const annotator = await joinProject(actor.project.slug)
    const given = { release: release.number, recipe }
    await expect(startRun(annotator, given)).rejects.toMatchObject({ code: 'forbidden' })
    const stranger = await makeProject()
    await makeRelease(stranger, [])
    await expect(startRun(stranger, given)).rejects.toMatchObject({ details: { reason: 'corpus-unknown' } })
    await expect(startRun(actor, { ...given, release: 9 })).rejects.toMatchObject({ code: 'not_found' })
    await db.corpus.update({ where: { id: recipe.corpora[0]!.id }, data: { state: 'importing' } })
    await expect(startRun(actor, given)).rejects.toMatchObject({
      details: { reason: 'corpus-still-importing' },
    })
  })
})

describe('looking at records', () => {
  it('previews records that the run will hold, and about how many', async () => {
    const { actor, release, recipe } = await harbour(200)
    const preview = await previewRun(actor, { release: release.number, recipe })
    const run = await compose(actor, { releaseId: release.id, recipe })
    const records = await recordsOf(run.id)
    expect(preview.items).toHaveLength(20)
    for (const item of preview.items) expect(records).toContainEqual(item)
    expect(preview.items.at(-1)!.provenance.ordinal).toBeGreaterThan(150)
    expect(Math.abs(preview.estimate.instructions - records.length)).toBeLessThan(0.2 * records.length)
    expect(Math.abs(preview.estimate.bytes - run.bytes)).toBeLessThan(0.2 * run.bytes)
  })

  it('pages through the file by byte offsets', async () => {
    const { actor, release, recipe } = await harbour()
    const run = await compose(actor, { releaseId: release.id, recipe })
    const paged = []
    let cursor: string | null | undefined
    do {
      const page = await listInstructions(actor, {
        number: run.number,
        limit: 7,
        cursor: cursor ?? undefined,
      })
      paged.push(...page.items)
      cursor = page.nextCursor
    } while (cursor)
    expect(paged).toEqual(await recordsOf(run.id))
    const at = (from: string) => listInstructions(actor, { number: run.number, cursor: from })
    expect(await at(String(run.bytes))).toEqual({ items: [], nextCursor: null })
    for (const wrong of ['3', '-1', 'x', '1e3'])
      await expect(at(wrong)).rejects.toMatchObject({ details: { reason: 'cursor-unknown' } })
  })

  it('says that a run is not finished, or not here', async () => {
    const { actor, release, recipe } = await harbour(4)
    const run = await makeRun(actor, { releaseId: release.id, recipe })
    await expect(listInstructions(actor, run)).rejects.toMatchObject({ details: { reason: 'run-not-done' } })
    await expect(readRun(await makeProject(), run)).rejects.toMatchObject({ code: 'not_found' })
  })
})
