import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import { readQueue } from '@/lib/reviews/read-queue'
import { addNode } from '@/lib/taxonomy/nodes/add-node'
import { mergeNodes } from '@/lib/taxonomy/nodes/merge-nodes'
import { moveNode } from '@/lib/taxonomy/nodes/move-node'
import { renameNode } from '@/lib/taxonomy/nodes/rename-node'
import { undoChange } from '@/lib/taxonomy/nodes/undo-change'
import { findNodes, listNodes, readNode, readNodeView, readTaxonomy } from '@/lib/taxonomy/queries'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { countAnew, growNode, takeVoteBack, voteOn } from '@/prisma/factories/taxonomy'

let lead: ProjectActor
let ada: ProjectActor
let bo: ProjectActor
let cy: ProjectActor

beforeEach(async () => {
  lead = await makeProject()
  ada = await joinProject(lead.project.slug, { role: 'annotator' })
  bo = await joinProject(lead.project.slug, { role: 'annotator' })
  cy = await joinProject(lead.project.slug, { role: 'annotator' })
})

const lastChange = async (node: { id: string }) => (await readNode(lead, { node: node.id })).changes[0]!

const soundCounts = async () => {
  const { kept, counted } = await countAnew(lead.project.id)
  expect(kept).toEqual(counted)
}

const refusal = (reason: string, params?: object) => ({ details: { reason, ...(params && { params }) } })

/** Natural science with chemistry and physics, each with a subject. */
async function smallTree() {
  const science = await growNode(lead, { name: 'Natural science', zh: '自然科学', level: 'field' })
  const chemistry = await growNode(lead, {
    name: 'Chemistry',
    zh: '化学',
    level: 'discipline',
    below: science,
  })
  const physics = await growNode(lead, { name: 'Physics', zh: '物理学', level: 'discipline', below: science })
  const acids = await growNode(lead, { name: 'Acids', level: 'subject', below: chemistry })
  const waves = await growNode(lead, { name: 'Waves', level: 'subject', below: physics })
  return { science, chemistry, physics, acids, waves }
}

describe('votes on a node', () => {
  it('keep or remove it by the majority of three, and nobody sees others’ votes before their own', async () => {
    const { chemistry } = await smallTree()
    expect(chemistry.votes).toMatchObject({ asked: 3, cast: 0 })
    expect(await voteOn(ada, chemistry, 'keep')).toMatchObject({
      mine: 'keep',
      votes: { keep: 1, remove: 0 },
    })
    expect(await readNodeView(bo, chemistry.id)).toMatchObject({
      ...{ state: 'waiting', waitsForMe: true, mine: null },
      votes: { cast: 1, keep: null, remove: null },
    })
    expect((await readNode(bo, { node: chemistry.id })).decisions).toEqual([])
    await voteOn(bo, chemistry, 'remove')
    const settled = await voteOn(cy, chemistry, 'keep')
    expect(settled).toMatchObject({ state: 'kept', votes: { keep: 2, remove: 1 } })
    await soundCounts()
  })

  it('leave a dispute where no side has the majority, and stand again as they did when one is taken back', async () => {
    const { physics } = await smallTree()
    await db.reviewPlan.create({ data: { projectId: lead.project.id, kind: 'node', overlap: 2 } })
    const optics = await growNode(lead, { name: 'Optics', level: 'subject', below: physics })
    await voteOn(ada, optics, 'keep')
    expect(await voteOn(bo, optics, 'remove')).toMatchObject({ state: 'disputed' })
    await soundCounts()
    await takeVoteBack(bo)
    expect(await readNodeView(bo, optics.id)).toMatchObject({ state: 'waiting', mine: null })
    expect(await voteOn(bo, optics, 'keep')).toMatchObject({ state: 'kept' })
    await soundCounts()
  })

  it('take what hangs below a removed node out of use without touching it, and bring it back', async () => {
    const { science, chemistry, acids } = await smallTree()
    for (const voter of [ada, bo, cy]) {
      await voteOn(voter, acids, 'keep')
      await voteOn(voter, chemistry, 'remove')
    }
    expect(await readNodeView(ada, acids.id)).toMatchObject({ state: 'kept', outOfUse: true })
    expect((await readNodeView(ada, science.id)).below).toMatchObject({ kept: 1, removed: 1, used: 0 })
    await takeVoteBack(cy)
    expect(await readNodeView(ada, acids.id)).toMatchObject({ state: 'kept', outOfUse: false })
    expect((await readNodeView(ada, science.id)).below).toMatchObject({ removed: 0, used: 1 })
    await soundCounts()
  })

  it('are not asked for below a removed node, and never of who added it', async () => {
    const { chemistry } = await smallTree()
    expect((await readNodeView(lead, chemistry.id)).waitsForMe).toBe(false)
    for (const voter of [ada, bo, cy]) await voteOn(voter, chemistry, 'remove')
    const waiting = await findNodes(ada, { filter: 'for-me' })
    expect(waiting.items.map(({ name }) => name.en)).toEqual(['Natural science', 'Physics', 'Waves'])
  })

  it('wait on the tree and not in the queue, unless they are asked for', async () => {
    await smallTree()
    expect(await readQueue(ada)).toMatchObject({ waiting: 0 })
    expect((await leaseDrafts(ada, {})).items).toEqual([])
    const { items } = await leaseDrafts(ada, { kind: 'node', count: 1 })
    expect(items[0]!.version).toMatchObject({ kind: 'node', content: { name: { en: 'Natural science' } } })
  })
})

describe('a change of the tree', () => {
  it('is refused where a level does not belong and where the name is taken, in either language', async () => {
    const { science, chemistry } = await smallTree()
    const add = (
      name: { en: string; zh: string },
      level: 'subject' | 'discipline',
      parentId: string | null,
    ) => addNode(lead, { level, name, note: '', parentId })
    await expect(add({ en: 'Gases', zh: '' }, 'subject', science.id)).rejects.toMatchObject(
      refusal('node-level'),
    )
    await expect(add({ en: 'Biology', zh: '' }, 'discipline', null)).rejects.toMatchObject(
      refusal('node-level'),
    )
    const taken = refusal('node-exists')
    await expect(add({ en: ' chemistry ', zh: '' }, 'discipline', science.id)).rejects.toMatchObject(taken)
    await expect(add({ en: 'Alchemy', zh: '化学' }, 'discipline', science.id)).rejects.toMatchObject(taken)
    await expect(moveNode(lead, { node: chemistry.id, parentId: chemistry.id })).rejects.toMatchObject(
      refusal('node-level'),
    )
    await expect(add({ en: 'A | B', zh: '' }, 'discipline', science.id)).rejects.toMatchObject(
      refusal('node-faulty'),
    )
  })

  it('of a name is voted on anew while the kept one stays in force, and says so before votes are left behind', async () => {
    const { science, chemistry } = await smallTree()
    for (const voter of [ada, bo, cy]) await voteOn(voter, chemistry, 'keep')
    const rename = { node: chemistry.id, name: { en: 'Chemistry and materials', zh: '化学' }, note: '' }
    await expect(renameNode(lead, { ...rename, askAgain: false })).rejects.toMatchObject(
      refusal('node-voted', { count: 3 }),
    )
    const renamed = await renameNode(lead, { ...rename, askAgain: true })
    expect(renamed).toMatchObject({
      state: 'waiting',
      inForceAs: { en: 'Chemistry' },
      version: { number: 2 },
    })
    expect((await readNodeView(ada, science.id)).below).toMatchObject({ kept: 0, used: 1 })
    await soundCounts()
    await undoChange(lead, { change: (await lastChange(chemistry)).id })
    expect(await readNodeView(ada, chemistry.id)).toMatchObject({
      state: 'kept',
      name: { en: 'Chemistry' },
      mine: 'keep',
    })
    await soundCounts()
  })

  it('of a name that is taken back lets the votes of before count again', async () => {
    const { acids } = await smallTree()
    await voteOn(ada, acids, 'keep')
    await renameNode(lead, {
      node: acids.id,
      name: { en: 'Acids and bases', zh: '' },
      note: '',
      askAgain: true,
    })
    expect(await readNodeView(ada, acids.id)).toMatchObject({ votes: { cast: 0 }, waitsForMe: true })
    await undoChange(lead, { change: (await lastChange(acids)).id })
    expect(await readNodeView(ada, acids.id)).toMatchObject({
      name: { en: 'Acids' },
      mine: 'keep',
      votes: { cast: 1 },
    })
    await voteOn(bo, acids, 'keep')
    expect(await voteOn(cy, acids, 'keep')).toMatchObject({ state: 'kept' })
  })

  it('of a place keeps every vote below it, and can be taken back', async () => {
    const { science, chemistry, acids } = await smallTree()
    for (const voter of [ada, bo, cy]) await voteOn(voter, acids, 'keep')
    await voteOn(ada, chemistry, 'keep')
    const applied = await growNode(lead, { name: 'Applied science', level: 'field' })
    const moved = await moveNode(lead, { node: chemistry.id, parentId: applied.id })
    expect(moved).toMatchObject({ parentId: applied.id, votes: { cast: 1 }, children: 1 })
    expect((await readNodeView(ada, applied.id)).below).toMatchObject({ nodes: 2, used: 1 })
    expect((await readNodeView(ada, science.id)).below).toMatchObject({ nodes: 2, used: 0 })
    expect((await listNodes(ada, { parent: applied.id })).items.map(({ id }) => id)).toEqual([chemistry.id])
    await soundCounts()
    await undoChange(lead, { change: (await lastChange(chemistry)).id })
    expect((await listNodes(ada, { parent: science.id })).items.map(({ name }) => name.en)).toEqual([
      'Chemistry',
      'Physics',
    ])
    await soundCounts()
  })

  it('that merges moves what hangs below, merges what is called the same, and can be taken apart', async () => {
    const { science, chemistry, acids } = await smallTree()
    const applied = await growNode(lead, { name: 'Applied chemistry', level: 'discipline', below: science })
    const twin = await growNode(lead, { name: 'ACIDS', level: 'subject', below: applied })
    const dyes = await growNode(lead, { name: 'Dyes', level: 'subject', below: applied })
    await voteOn(ada, twin, 'remove')
    for (const voter of [ada, bo, cy]) await voteOn(voter, acids, 'keep')
    await mergeNodes(lead, { node: applied.id, intoId: chemistry.id })
    const below = await listNodes(ada, { parent: chemistry.id })
    expect(below.items.map(({ name, state }) => [name.en, state])).toEqual([
      ['Acids', 'kept'],
      ['Dyes', 'waiting'],
    ])
    await expect(readNodeView(ada, twin.id)).rejects.toMatchObject(refusal('node-unknown'))
    await soundCounts()
    const change = await db.taxonomyChange.findFirstOrThrow({ where: { nodeId: applied.id, kind: 'merged' } })
    await undoChange(lead, { change: change.id })
    expect(await readNodeView(ada, twin.id)).toMatchObject({
      parentId: applied.id,
      mine: 'remove',
      votes: { cast: 1 },
    })
    expect(await readNodeView(ada, dyes.id)).toMatchObject({ parentId: applied.id })
    await soundCounts()
  })

  it('is not taken back once people voted on it or something hangs below it', async () => {
    const { chemistry, acids } = await smallTree()
    const added = (await readNode(lead, { node: chemistry.id })).changes[0]!
    await expect(undoChange(lead, { change: added.id })).rejects.toMatchObject(refusal('change-built-on'))
    const ofAcids = await lastChange(acids)
    await undoChange(lead, { change: ofAcids.id })
    await expect(readNodeView(lead, acids.id)).rejects.toMatchObject(refusal('node-unknown'))
    await expect(undoChange(lead, { change: ofAcids.id })).rejects.toMatchObject(refusal('already-undone'))
    await undoChange(lead, { change: added.id })
    await soundCounts()
  })

  it('leaves the counts as a recount has them, however many come', async () => {
    const { science, chemistry, physics, acids, waves } = await smallTree()
    const arts = await growNode(lead, { name: 'Arts', level: 'field' })
    const people = [ada, bo, cy]
    let seed = 7
    const draw = (most: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % most
    }
    for (let round = 0; round < 40; round++) {
      const nodes = [science, chemistry, physics, acids, waves, arts]
      const node = nodes[draw(nodes.length)]!
      const deed = draw(6)
      const voter = people[draw(3)]!
      // Some of these are refused: who has voted votes no more, nothing hangs below itself. Counts hold all the same.
      if (deed < 3) await voteOn(voter, node, draw(2) ? 'keep' : 'remove').catch(() => null)
      if (deed === 3) await takeVoteBack(voter).catch(() => null)
      if (deed === 4)
        await moveNode(lead, {
          node: node.id,
          parentId: [arts, science, chemistry, physics][draw(4)]!.id,
        }).catch(() => null)
      if (deed === 5)
        await renameNode(lead, {
          node: node.id,
          name: { en: `Name ${round}`, zh: '' },
          note: '',
          askAgain: true,
        })
    }
    await soundCounts()
    const { total } = await readTaxonomy(lead)
    expect(total.nodes).toBe(6)
    expect(total.kept + total.removed + total.waiting + total.disputed).toBe(6)
  })
})

describe('looking for a node', () => {
  it('finds parts of names in English and Chinese, with what stands above', async () => {
    await smallTree()
    const found = await findNodes(ada, { q: 'HEMIS' })
    expect(found.items.map(({ name }) => name.en)).toEqual(['Chemistry'])
    expect(found.above.map(({ name }) => name.en)).toEqual(['Natural science'])
    for (const q of ['化', '物理', '理学']) expect((await findNodes(ada, { q })).items).toHaveLength(1)
    expect((await findNodes(ada, { q: 'ac' })).items.map(({ name }) => name.en)).toEqual(['Acids'])
    expect((await findNodes(ada, { q: '%' })).items).toEqual([])
  })

  it('goes on where a page ended', async () => {
    await smallTree()
    const first = await findNodes(ada, { filter: 'waiting', limit: 3 })
    const second = await findNodes(ada, { filter: 'waiting', limit: 3, cursor: first.nextCursor! })
    expect([...first.items, ...second.items].map(({ name }) => name.en)).toEqual([
      ...['Natural science', 'Chemistry', 'Acids', 'Physics', 'Waves'],
    ])
    expect(second.nextCursor).toBeNull()
  })
})
