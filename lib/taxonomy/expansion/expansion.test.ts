import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { startFakeLlm } from '@/e2e/fake-llm/start-fake-llm'
import { changeBudget } from '@/lib/calls/budgets/change-budget'
import { db } from '@/lib/platform/db'
import { Cancelled } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'
import { estimateExpansion } from '@/lib/taxonomy/expansion/estimate-expansion'
import { estimateExpansionHandler } from '@/lib/taxonomy/expansion/estimate-expansion.job'
import { expandTaxonomy } from '@/lib/taxonomy/expansion/expand-taxonomy'
import { expandTaxonomyHandler } from '@/lib/taxonomy/expansion/expand-taxonomy.job'
import { type ExpansionOrder, expansionOrderSchema } from '@/lib/taxonomy/expansion/model'
import { readNodeExpansion } from '@/lib/taxonomy/expansion/queries'
import { type ExpansionEstimate, expansionEstimateSchema } from '@/lib/taxonomy/expansion/schema'
import { renameNode } from '@/lib/taxonomy/nodes/rename-node'
import { listNodes } from '@/lib/taxonomy/queries'
import type { NodeView } from '@/lib/taxonomy/schema'
import { connectModels } from '@/prisma/factories/connections'
import { makeJobContext } from '@/prisma/factories/jobs'
import { makeProject } from '@/prisma/factories/people'
import { editDraft } from '@/prisma/factories/reviews'
import { countAnew, growNode, voteOn } from '@/prisma/factories/taxonomy'

process.env.GLOSS_MODEL_NETWORKS = 'loopback'
const fake = await startFakeLlm()
afterAll(() => fake.close())

let lead: ProjectActor
let connectionId: string
let field: NodeView
let optics: NodeView

beforeEach(async () => {
  await fetch(`${fake.url}/control`, { method: 'DELETE' })
  lead = await makeProject({ role: 'lead' })
  connectionId = await connectModels(lead, fake)
  field = await kept({ name: 'Natural science', level: 'field' })
  optics = await kept({ name: 'Optics', zh: '光学', level: 'discipline', below: field })
})

async function kept(given: Parameters<typeof growNode>[1]): Promise<NodeView> {
  return voteOn(lead, await growNode(lead, given), 'keep')
}

const orderOf = (given: Partial<ExpansionOrder>) =>
  expansionOrderSchema.parse({ step: 'subjects', runs: 3, wanted: 8, ...given })
async function estimate(given: Partial<ExpansionOrder>): Promise<ExpansionEstimate> {
  const order = orderOf(given)
  const { jobId } = await estimateExpansion(lead, { connectionId, order })
  const payload = { projectId: lead.project.id, connectionId, isBatch: false, order }
  const said = await estimateExpansionHandler.run(payload, makeJobContext(lead, { runId: jobId }))
  return expansionEstimateSchema.parse(said)
}
const planOf = async (given: Partial<ExpansionOrder>) => (await estimate(given)).plan

/** How many questions the service has answered. */
async function answered(): Promise<number> {
  const said = await fetch(`${fake.url}/control`)
  return ((await said.json()) as { counts: { answered: number } }).counts.answered
}

/** Orders and does the work at once, as a worker would; with what came and how many questions the service got for it. */
async function expand(given: Partial<ExpansionOrder>, more: { signal?: AbortSignal } = {}) {
  const order = orderOf(given)
  const before = await answered()
  const { jobId } = await expandTaxonomy(lead, { connectionId, order })
  const context = makeJobContext(lead, { runId: jobId, ...more })
  const payload = { projectId: lead.project.id, connectionId, isBatch: false, order }
  const run = () => expandTaxonomyHandler.run(payload, context)
  const end = () => db.jobRun.update({ where: { id: jobId }, data: { state: 'done' } })
  try {
    return { jobId, result: await run(), calls: (await answered()) - before, run }
  } finally {
    await end()
  }
}

const subjectsOf = async (discipline: { id: string }) =>
  (await listNodes(lead, { parent: discipline.id })).items

describe('subjects of a discipline', () => {
  it('come from several runs that are merged, each once, with the runs that named it', async () => {
    const { result, calls } = await expand({ nodes: [optics.id] })
    expect(result).toMatchObject({ drafted: 1, failed: 0 })
    expect(calls).toBe(6)
    const subjects = await subjectsOf(optics)
    expect(subjects.length).toBeGreaterThan(8)
    expect(new Set(subjects.map(({ name }) => name.en)).size).toBe(subjects.length)
    const views = await Promise.all(subjects.map(({ id }) => readNodeExpansion(lead, { node: id })))
    expect(views.some(({ described }) => described!.said.length > 1)).toBe(true)
    const runs = views.flatMap(({ described }) => described!.said.map(({ run }) => run))
    expect(new Set(runs)).toEqual(new Set([0, 1, 2]))
    const { kept: stored, counted } = await countAnew(lead.project.id)
    expect(stored).toEqual(counted)
  })

  it('wait for votes as what a model drafted, and what they cost adds up to what was paid', async () => {
    await expand({ nodes: [optics.id] })
    const versions = await db.version.findMany({
      where: { artifact: { projectId: lead.project.id, kind: 'node' }, authorKind: 'model' },
      include: { draft: true, origin: true, calls: true },
    })
    expect(versions.length).toBeGreaterThan(8)
    for (const { draft, origin, calls } of versions) {
      expect(draft).toMatchObject({ state: 'waiting' })
      expect(origin).toMatchObject({ prompt: 'draft-subjects', promptVersion: 1, model: 'stand-in' })
      expect(calls.length).toBeGreaterThan(0)
    }
    const paid = await db.modelCall.aggregate({
      where: { projectId: lead.project.id },
      _sum: { cost: true },
    })
    expect(versions.reduce((sum, { origin }) => sum + origin!.cost, 0n)).toBe(paid._sum.cost)
  })

  it('do not come again: not what is there, and not what people removed', async () => {
    await expand({ nodes: [optics.id], runs: 1 })
    const before = await subjectsOf(optics)
    await voteOn(lead, before[0]!, 'remove')
    const { calls } = await expand({ nodes: [optics.id], runs: 3 })
    expect(calls).toBe(4)
    const after = await subjectsOf(optics)
    expect(new Set(after.map(({ name }) => name.en)).size).toBe(after.length)
    expect(after.find(({ id }) => id === before[0]!.id)).toMatchObject({ state: 'removed' })
  })
})

describe('only what is new', () => {
  it('is asked: an added discipline, and nothing else', async () => {
    await expand({})
    expect(await expand({})).toMatchObject({ calls: 0, result: { drafted: 0, asked: { calls: 0 } } })
    const acoustics = await kept({ name: 'Acoustics', level: 'discipline', below: field })
    expect(await planOf({})).toMatchObject({ nodes: 2, there: 3, asked: 3, openNodes: 1, open: { new: 1 } })
    expect((await expand({})).calls).toBe(6)
    expect((await subjectsOf(acoustics)).length).toBeGreaterThan(0)
  })

  it('is said beforehand, with its price, and nothing is sent for that', async () => {
    expect(await estimate({})).toMatchObject({
      ...{ drafts: 1, calls: 6, fromStore: 0, priced: true },
      plan: { nodes: 1, there: 0, asked: 3 },
    })
    expect(await db.modelCall.count({ where: { projectId: lead.project.id } })).toBe(0)
  })

  it('leaves alone what waits for votes and what hangs below something removed', async () => {
    await growNode(lead, { name: 'Acoustics', level: 'discipline', below: field })
    expect(await planOf({})).toMatchObject({ nodes: 1, waiting: 1 })
    const magic = await growNode(lead, { name: 'Magic', level: 'field' })
    await kept({ name: 'Alchemy', level: 'discipline', below: magic })
    expect(await planOf({})).toMatchObject({ nodes: 2 })
    await voteOn(lead, magic, 'remove')
    expect(await planOf({})).toMatchObject({ nodes: 1, waiting: 1 })
  })

  it('is what another model says only where that is asked for', async () => {
    await expand({})
    connectionId = await connectModels(lead, fake, { name: 'Others', model: 'another' })
    expect(await planOf({})).toMatchObject({ asked: 0, open: { other: 1 } })
    expect(await planOf({ also: ['other'] })).toMatchObject({ asked: 3, openNodes: 1 })
  })
})

describe('syllabi', () => {
  const geometrical = () =>
    kept({ name: 'Geometrical optics', zh: '几何光学', level: 'subject', below: optics })

  it('are drafted for kept subjects, say what the model wrote, and hang on the subject', async () => {
    const subject = await geometrical()
    const { result, calls } = await expand({ step: 'syllabi' })
    expect(result).toMatchObject({ drafted: 1, failed: 0 })
    expect(calls).toBe(2)
    const version = await db.version.findFirstOrThrow({
      where: { artifact: { kind: 'syllabus', key: subject.id } },
      include: { draft: true, evidence: true, calls: true },
    })
    expect(version.content).toMatchObject({ subject: { en: 'Geometrical optics' }, language: 'en' })
    expect(version.evidence!.content).toMatchObject({ above: ['Natural science', 'Optics'] })
    expect(version.draft).toMatchObject({ state: 'waiting', overlap: 1 })
    expect(version.calls).toHaveLength(2)
    const { syllabus } = await readNodeExpansion(lead, { node: subject.id })
    expect(syllabus).toMatchObject({ versionId: version.id, state: 'waiting', inForce: false })
  })

  it('are approved without what a reader took out, and drafted anew beside what is in force', async () => {
    const subject = await geometrical()
    await expand({ step: 'syllabi' })
    const draft = await db.version.findFirstOrThrow({ where: { artifact: { key: subject.id } } })
    const content = draft.content as { sessions: object[] }
    const shorter = { ...content, sessions: content.sessions.slice(1) }
    await editDraft(lead, draft, shorter as never)
    expect((await readNodeExpansion(lead, { node: subject.id })).syllabus).toMatchObject({
      ...{ state: 'approved', inForce: true, sessions: content.sessions.length - 1 },
    })
    expect((await readNodeExpansion(lead, { node: field.id })).stale.syllabi).toBe(0)
    await expand({ step: 'syllabi', language: 'zh', also: ['other'] })
    expect((await readNodeExpansion(lead, { node: subject.id })).syllabus).toMatchObject({
      ...{ state: 'waiting', inForce: true, number: 3 },
    })
  })

  it('are stale once their subject is called otherwise, and no other is', async () => {
    const subject = await geometrical()
    const other = await kept({ name: 'Wave optics', level: 'subject', below: optics })
    await expand({ step: 'syllabi' })
    const name = { en: 'Ray optics', zh: '几何光学' }
    await renameNode(lead, { node: subject.id, name, note: '', askAgain: true })
    expect((await readNodeExpansion(lead, { node: field.id })).stale.syllabi).toBe(0)
    await voteOn(lead, subject, 'keep')
    expect((await readNodeExpansion(lead, { node: field.id })).stale).toEqual({ subjects: 0, syllabi: 1 })
    expect((await readNodeExpansion(lead, { node: other.id })).stale.syllabi).toBe(0)
    expect(await planOf({ step: 'syllabi', also: [] })).toMatchObject({ asked: 0, open: { changed: 1 } })
    expect((await expand({ step: 'syllabi' })).calls).toBe(2)
    expect((await readNodeExpansion(lead, { node: field.id })).stale.syllabi).toBe(0)
  })

  it('are all stale once the discipline above them is called otherwise, with its subjects', async () => {
    await geometrical()
    await expand({ step: 'syllabi' })
    await expand({})
    const name = { en: 'Science of light', zh: '光学' }
    await renameNode(lead, { node: optics.id, name, note: '', askAgain: true })
    await voteOn(lead, optics, 'keep')
    expect((await readNodeExpansion(lead, { node: field.id })).stale).toEqual({ subjects: 1, syllabi: 1 })
  })
})

describe('an expansion that ends early', () => {
  it('stops at the budget, keeps what is there, and goes on where it stopped', async () => {
    for (const name of ['Acoustics', 'Mechanics', 'Heat'])
      await kept({ name, level: 'discipline', below: field })
    expect((await expand({ runs: 1 })).calls).toBe(8)
    await changeBudget(lead, { changes: { totalLimit: 0 } })
    await kept({ name: 'Magnetism', level: 'discipline', below: field })
    await expect(expand({ runs: 1 })).rejects.toMatchObject({ details: { reason: 'over-budget' } })
    await changeBudget(lead, { changes: { totalLimit: null } })
    expect(await expand({ runs: 1 })).toMatchObject({ calls: 2, result: { drafted: 1 } })
  })

  it('ends at once when it is cancelled, and leaves no half of a discipline', async () => {
    await expect(expand({}, { signal: AbortSignal.abort() })).rejects.toThrow(Cancelled)
    expect(await subjectsOf(optics)).toEqual([])
    expect(await db.taxonomyRun.count({ where: { projectId: lead.project.id } })).toBe(0)
  })

  it('asks nothing twice when it begins again', async () => {
    const { run, calls, jobId } = await expand({})
    expect(await run()).toMatchObject({ drafted: 1, asked: { calls: 0 } })
    expect(await db.modelCall.count({ where: { jobRunId: jobId } })).toBe(calls)
    expect(await db.taxonomyRun.count({ where: { projectId: lead.project.id } })).toBe(3)
  })
})
