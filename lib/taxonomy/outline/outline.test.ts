import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { exportTree } from '@/lib/taxonomy/outline/export-tree'
import { importTree } from '@/lib/taxonomy/outline/import-tree'
import { importTreeHandler } from '@/lib/taxonomy/outline/import-tree.job'
import { outlineFormats } from '@/lib/taxonomy/outline/model'
import { previewImport } from '@/lib/taxonomy/outline/preview-import'
import { findNodes, listNodes, readTaxonomy } from '@/lib/taxonomy/queries'
import { STARTER, startTree } from '@/lib/taxonomy/starter/start-tree'
import { makeUpload } from '@/prisma/factories/imports'
import { makeJobContext } from '@/prisma/factories/jobs'
import { joinProject, makeProject } from '@/prisma/factories/people'
import { countAnew, growNode, voteOn } from '@/prisma/factories/taxonomy'

let lead: ProjectActor

beforeEach(async () => {
  lead = await makeProject()
})

async function bring(name: string, text: string) {
  const { id: uploadId } = await makeUpload(lead, text, name)
  const { jobId } = await importTree(lead, { uploadId })
  const context = makeJobContext(lead, { runId: jobId })
  const payload = { projectId: lead.project.id, uploadId, bytes: text.length }
  return { uploadId, result: () => importTreeHandler.run(payload, context), context }
}

const fileOf = async (format: (typeof outlineFormats)[number], which: 'all' | 'used' = 'all') =>
  new Response((await exportTree(lead, { format, which })).body).text()

const soundCounts = async () => {
  const { kept, counted } = await countAnew(lead.project.id)
  expect(kept).toEqual(counted)
}

describe('the shipped taxonomy', () => {
  it('has eight fields and at least 126 disciplines, all in both languages, none twice, as lopsided as the paper’s', async () => {
    await startTree(lead)
    const nodes = await db.taxonomyNode.findMany({
      where: { projectId: lead.project.id },
      orderBy: { path: 'asc' },
    })
    const fields = nodes.filter(({ level }) => level === 'field')
    const disciplines = nodes.filter(({ level }) => level === 'discipline')
    expect(fields).toHaveLength(8)
    expect(disciplines.length).toBeGreaterThanOrEqual(126)
    expect(nodes.filter(({ nameEn, nameZh }) => !nameEn || !/^[\p{Script=Han}、]+$/u.test(nameZh))).toEqual(
      [],
    )
    expect(new Set(disciplines.map(({ nameEn }) => nameEn)).size).toBe(disciplines.length)
    expect(new Set(disciplines.map(({ nameZh }) => nameZh)).size).toBe(disciplines.length)
    const shares = fields.map(({ nameEn, path }) => [
      nameEn,
      Math.round((100 * disciplines.filter((one) => one.path.startsWith(path)).length) / disciplines.length),
    ])
    expect(Object.fromEntries(shares)).toEqual({
      ...{ Humanities: 16, 'Social sciences': 8, 'Natural sciences': 4, 'Formal sciences': 3 },
      ...{ 'Applied sciences': 42, 'Manufacturing industries': 13, 'Service industries': 12 },
      'Agriculture, forestry and fishing': 3,
    })
    await soundCounts()
  })

  it('waits for everybody’s vote, and is not there twice when it is asked for again', async () => {
    const ada = await joinProject(lead.project.slug, { role: 'annotator' })
    const { added } = await startTree(lead)
    expect(await startTree(lead)).toEqual({ added: 0, known: added })
    const [field] = (await listNodes(ada, {})).items
    expect(field).toMatchObject({
      waitsForMe: true,
      votes: { asked: 2 },
      name: { en: 'Humanities', zh: '人文学科' },
    })
    expect((await listNodes(lead, {})).items[0]).toMatchObject({ waitsForMe: true })
    await voteOn(ada, field!, 'keep')
    expect(await voteOn(lead, field!, 'keep')).toMatchObject({ state: 'kept' })
    await soundCounts()
  })
})

describe('bringing a tree in', () => {
  it('adds what is new below what is known, by either name, and doubles nothing', async () => {
    await startTree(lead)
    await growNode(lead, { name: 'Astrology', level: 'field' })
    const before = await readTaxonomy(lead)
    const text = '自然科学\n    Physics\n      Optics | 光学\n      optics\n    Meteorology | 气象学\nMusic\n'
    const { uploadId, result } = await bring('more.txt', text)
    expect(await previewImport(lead, { uploadId })).toMatchObject({
      read: 6,
      added: 3,
      known: 2,
      repeated: 1,
      faults: [],
    })
    expect(await result()).toEqual({ added: 3, known: 2, repeated: 1 })
    expect(await result()).toMatchObject({ added: 0 })
    const { total } = await readTaxonomy(lead)
    expect(total).toMatchObject({ nodes: before.total.nodes + 3, waiting: before.total.waiting + 3 })
    const found = await findNodes(lead, { q: '光学' })
    expect(found.above.map(({ name }) => name.en)).toEqual(['Natural sciences', 'Physics'])
    await soundCounts()
  })

  it('takes nothing of a file with a fault in it, and says which line is wrong', async () => {
    const { uploadId, result, context } = await bring('tree.txt', 'Science\n    Physics\n     Optics\n')
    expect((await previewImport(lead, { uploadId })).faults).toEqual([
      { line: 3, code: 'indent', text: 'Optics' },
    ])
    await expect(result()).rejects.toMatchObject({
      details: { reason: 'taxonomy-faulty', params: { line: 3 } },
    })
    expect(context.notes).toEqual([{ key: 'treeFault', params: { line: 3, code: 'indent', text: 'Optics' } }])
    expect(await db.taxonomyNode.count({ where: { projectId: lead.project.id } })).toBe(0)
  })

  it.each(outlineFormats)('brings back as %s what was written', async (format) => {
    await startTree(lead)
    const written = await fileOf(format)
    const other = await makeProject()
    lead = other
    const { result } = await bring(`tree.${format === 'text' ? 'txt' : format}`, written)
    expect(await result()).toMatchObject({ known: 0, repeated: 0 })
    expect(await fileOf(format)).toBe(written)
    await soundCounts()
  })
})

it('writes what is in use alone when that is asked for, under the names in force', async () => {
  const { result } = await bring('tree.txt', 'A\n    B\n      C\n    D\nE\n')
  await result()
  const { items } = await findNodes(lead, {})
  for (const name of ['A', 'C', 'D']) await voteOn(lead, items.find((one) => one.name.en === name)!, 'keep')
  await voteOn(lead, items.find((one) => one.name.en === 'B')!, 'remove')
  const [, ...lines] = (await fileOf('text', 'used')).trimEnd().split('\n')
  expect(lines).toEqual(['A', '    D'])
  expect(STARTER).toContain('Physics')
})
