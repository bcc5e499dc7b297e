import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readHeldOut } from '@/lib/corpora/held-out/read-held-out'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { composeRunHandler } from '@/lib/synthesis/compose-run.job'
import { hashRecipe } from '@/lib/synthesis/hash-recipe'
import { givenRecipeSchema, type Instruction, type Recipe } from '@/lib/synthesis/model'
import { freezePairs } from '@/lib/synthesis/pairs/freeze-pairs'
import { PAIRS_ID } from '@/lib/synthesis/pairs/model'
import { composeOpenParts } from '@/lib/synthesis/parts/compose-open-parts'
import { cutParts } from '@/lib/synthesis/parts/cut-parts'
import { planParts } from '@/lib/synthesis/parts/plan-parts'
import { prepareRelease } from '@/lib/synthesis/prepare-release'
import { previewRun } from '@/lib/synthesis/preview-run'
import { readRun } from '@/lib/synthesis/queries'
import { makeCorpus } from '@/prisma/factories/corpora'
import { quietContext } from '@/prisma/factories/jobs'
import { makePair } from '@/prisma/factories/pairs'
import { makeProject } from '@/prisma/factories/people'
import { makeRecipe, makeRelease, makeRun } from '@/prisma/factories/synthesis'
import { growNode, takeVoteBack, voteOn } from '@/prisma/factories/taxonomy'

const folder = path.join(process.env.GLOSS_DATA_DIR!, 'files')

/** Two fields with a subject each, ten pairs of either, and a corpus of forty sentences. */
async function workshop() {
  const actor = await makeProject()
  const corpus = await makeCorpus(actor, {
    sentences: Array.from(
      { length: 40 },
      (_, at) => `The ferry [Petrel ${at}|vessel] left [Wickholm|place] (${at}).`,
    ),
  })
  const subjectIn = async (name: string) => {
    const field = await growNode(actor, { name, level: 'field' })
    const discipline = await growNode(actor, { name: `${name} at work`, level: 'discipline', below: field })
    const subject = await growNode(actor, { name: `${name} by hand`, level: 'subject', below: discipline })
    return { field, subject }
  }
  const [books, music] = [await subjectIn('Books'), await subjectIn('Music')]
  const pairs = [books, music].flatMap(({ subject }) =>
    Array.from({ length: 10 }, (_, number) => makePair(subject, { number })),
  )
  const release = await makeRelease(actor, [{ corpusId: corpus.id, label: 'vessel' }], pairs)
  return { actor, corpus, release, books, music }
}

async function compose(actor: ProjectActor, given: { releaseId: string; recipe: Recipe }) {
  const run = await makeRun(actor, given)
  const context = { ...quietContext, projectId: actor.project.id, startedBy: actor.id }
  await composeRunHandler.run({ runId: run.id }, context)
  const bytes = await readFile(path.join(folder, 'runs', run.id, 'instructions.jsonl'), 'utf8')
  const records = bytes
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Instruction)
  const pairs = records.filter(({ provenance }) => provenance.corpusId === PAIRS_ID)
  return { run: await readRun(actor, run), bytes, records, pairs }
}

describe('a mix with questions and answers', () => {
  it('holds each approved pair as it was approved, with its subject and who decided', async () => {
    const { actor, corpus, release, books } = await workshop()
    const recipe = makeRecipe({ corpora: [corpus.id], pairs: {} })
    const { run, records, pairs } = await compose(actor, { releaseId: release.id, recipe })
    expect(pairs).toHaveLength(20)
    expect(records.length).toBeGreaterThan(20)
    expect(run.counts).toMatchObject({ byCorpus: { [PAIRS_ID]: 20 }, byForm: { general: 20 } })
    const first = pairs.find(({ provenance }) => provenance.subject?.nodeId === books.subject.id)!
    const [source] = first.provenance.versions
    const version = await db.version.findUniqueOrThrow({ where: { id: source!.versionId } })
    expect(version.content).toMatchObject({ question: first.instruction, answer: first.output })
    expect(source).toMatchObject({ kind: 'pair', contentHash: version.contentHash })
    expect(source!.decidedBy).toMatch(/^reviewer-/)
    expect(first).toMatchObject({
      input: '',
      provenance: {
        taskForm: 'general',
        carrier: 'conversation',
        subject: { path: ['Crafts', 'Bookbinding'] },
      },
    })
    const used = await db.runUse.count({ where: { runId: run.id, versionId: source!.versionId } })
    expect([used, await db.runPair.count()]).toEqual([1, 0])
  })

  it('leaves out what hangs below a removed field, moves no other record, and takes it in again', async () => {
    const { actor, corpus, release, books, music } = await workshop()
    const recipe = makeRecipe({ corpora: [corpus.id], pairs: {} })
    const before = await compose(actor, { releaseId: release.id, recipe })
    await voteOn(actor, books.field, 'remove')
    const without = await compose(actor, { releaseId: release.id, recipe })
    expect(without.pairs).toEqual(
      before.pairs.filter(({ provenance }) => provenance.subject?.nodeId === music.subject.id),
    )
    expect(without.pairs).toHaveLength(10)
    await takeVoteBack(actor)
    expect((await compose(actor, { releaseId: release.id, recipe })).bytes).toBe(before.bytes)
  })

  it('makes the share that is asked for, under caps', async () => {
    const { actor, corpus, release, music } = await workshop()
    const mix = (pairs: object) => makeRecipe({ corpora: [corpus.id], emptyShare: 1, pairs })
    const share = await compose(actor, { releaseId: release.id, recipe: mix({ share: 0.1 }) })
    expect(share.pairs.length).toBeGreaterThan(0)
    expect(share.pairs.length).toBeLessThan(12)
    const capped = await compose(actor, {
      releaseId: release.id,
      recipe: mix({ perSubject: 4, nodes: [{ id: music.field.id, cap: 2 }] }),
    })
    expect(capped.pairs).toHaveLength(6)
    const previewed = await previewRun(actor, { release: release.number, recipe: mix({ perSubject: 4 }) })
    expect(previewed.mix.find(({ taskForm }) => taskForm === 'general')).toBeDefined()
  })

  it('has the same bytes whether one worker composes or two, whatever is voted in between', async () => {
    const { actor, corpus, release, books } = await workshop()
    const recipe = makeRecipe({ corpora: [corpus.id], pairs: {}, copies: 1 })
    const whole = await compose(actor, { releaseId: release.id, recipe })
    const { id } = await makeRun(actor, { releaseId: release.id, recipe })
    const { projectId } = await db.run.findUniqueOrThrow({ where: { id } })
    await freezePairs({ id, projectId, releaseId: release.id }, recipe)
    await planParts(id, await cutParts([corpus, { id: PAIRS_ID }], { id, copies: 1 }))
    await voteOn(actor, books.field, 'remove')
    const work = async () => {
      const prepared = await prepareRelease(release.id, { projectId, recipe, runId: id })
      await composeOpenParts({
        runId: id,
        prepared,
        heldOut: await readHeldOut(projectId),
        progress: async () => {},
      })
    }
    await Promise.all([work(), work()])
    const context = { ...quietContext, projectId, startedBy: actor.id }
    await composeRunHandler.run({ runId: id }, context)
    expect(await readFile(path.join(folder, 'runs', id, 'instructions.jsonl'), 'utf8')).toBe(whole.bytes)
  })

  it('can be of nothing else', async () => {
    const { actor, release } = await workshop()
    const recipe = makeRecipe({ corpora: [], pairs: { cap: 5 } })
    const { records } = await compose(actor, { releaseId: release.id, recipe })
    expect(records).toHaveLength(5)
  })
})

it('keeps the hashes of recipes without pairs, and wants something to compose of', () => {
  const recipe = makeRecipe({ corpora: ['6d0ddf5b-29a7-4a07-8c39-5b1b3d4d5e6f'] })
  const { pairs: _pairs, ...before } = recipe
  expect(hashRecipe(recipe)).toBe(hashRecipe(before as Recipe))
  expect(hashRecipe({ ...recipe, pairs: { share: 0.1, cap: null, perSubject: null, nodes: [] } })).not.toBe(
    hashRecipe(recipe),
  )
  expect(givenRecipeSchema.safeParse({ corpora: [] }).success).toBe(false)
  expect(givenRecipeSchema.safeParse({ corpora: [], pairs: {} }).success).toBe(true)
})
