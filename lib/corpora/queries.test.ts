import { describe, expect, it } from 'vitest'
import { downloadReport } from '@/lib/corpora/download-report'
import { listInstances } from '@/lib/corpora/list-instances'
import { listCorpora, listImportIssues, readInstances } from '@/lib/corpora/queries'
import { keepFilesApart } from '@/prisma/factories/files'
import { importContent, manyLines } from '@/prisma/factories/imports'
import { makeProject } from '@/prisma/factories/people'

keepFilesApart()

/** Every page of a list, one after the other. */
async function allPages<Item>(
  page: (cursor?: string) => Promise<{ items: Item[]; nextCursor: string | null }>,
): Promise<Item[]> {
  const found: Item[] = []
  let cursor: string | undefined
  do {
    const { items, nextCursor } = await page(cursor)
    found.push(...items)
    cursor = nextCursor ?? undefined
  } while (cursor)
  return found
}

describe('the report of an import', () => {
  it('keeps what an issue is about beside its sentence, whatever characters that has', async () => {
    const actor = await makeProject()
    const said = (start: number, end: number, label: string) =>
      JSON.stringify({ text: 'Ship one left.', spans: [{ start, end, label }] })
    const nul = JSON.stringify({
      context: 'Ida left at noon.',
      question: 'Who?',
      answers: { text: ['I\u0000da'], answer_start: [3] },
    })
    const { id: corpus } = await importContent(actor, [said(0, 4, 'craft'), said(0, 99, 'craft')].join('\n'))
    const { items } = await listImportIssues(actor, { corpus, limit: 9 })
    expect(items).toMatchObject([
      { code: 'span-out-of-range', params: { at: 'spans[0]', end: 99, length: 14 } },
    ])
    const fine = nul.replace('I\\u0000da', 'Ida')
    const questions = await importContent(actor, [fine, nul].join('\n'), {
      name: 'questions',
      fileName: 'a.jsonl',
    })
    const found = await listImportIssues(actor, { corpus: questions.id, limit: 9 })
    expect(found.items.length).toBeGreaterThan(0)
  })

  it('says where a text stands that stands there again', async () => {
    const actor = await makeProject()
    const line = JSON.stringify({ text: 'Ship one left.', spans: [{ start: 0, end: 4, label: 'craft' }] })
    const { id: corpus } = await importContent(actor, [line, line].join('\n'))
    const { items } = await listImportIssues(actor, { corpus, limit: 9 })
    expect(items).toMatchObject([{ line: 2, code: 'text-twice', params: { begins: 1 } }])
  })
})

describe('lists of corpora and instances', () => {
  it('pages through corpora by name', async () => {
    const actor = await makeProject()
    for (const name of ['b', 'c', 'a']) await importContent(actor, manyLines(1), { name })
    const all = await allPages((cursor) => listCorpora(actor, { cursor, limit: 2 }))
    expect(all.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
    expect(all[0]?.guidelines).toEqual({ waiting: 0, approved: 0, rejected: 0 })
  })

  it('pages through instances in file order, by label if asked', async () => {
    const actor = await makeProject()
    const { id: corpus } = await importContent(actor, manyLines(10))
    const all = await allPages((cursor) => listInstances(actor, { corpus, cursor, limit: 3 }))
    expect(all.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    const crafts = await allPages((cursor) =>
      listInstances(actor, { corpus, cursor, limit: 3, label: 'craft' }),
    )
    expect(crafts.map(({ ordinal }) => ordinal)).toEqual([1, 4, 7, 10])
  })

  it('ends a page of long texts early, and refuses to send more of them at once than memory holds', async () => {
    const actor = await makeProject()
    const long = JSON.stringify({ text: 'é'.repeat(1_500_000), spans: [] })
    const { id: corpus } = await importContent(actor, `${manyLines(2)}${`${long}\n`.repeat(24)}`)
    const first = await listInstances(actor, { corpus, limit: 200 })
    expect(first.items.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4])
    const second = await listInstances(actor, { corpus, limit: 1, cursor: first.nextCursor! })
    expect(second.items.map(({ ordinal }) => ordinal)).toEqual([5])
    const all = (count: number) => Array.from({ length: count }, (_, at) => at + 1)
    expect((await readInstances(actor, { corpus, ordinals: all(20) })).items).toHaveLength(20)
    await expect(readInstances(actor, { corpus, ordinals: all(26) })).rejects.toMatchObject({
      code: 'too_large',
    })
  })

  it('reads instances by ordinal in the order asked for', async () => {
    const actor = await makeProject()
    const { id: corpus } = await importContent(actor, manyLines(10))
    const { items } = await readInstances(actor, { corpus, ordinals: [7, 2, 99, 999_999_999, 7] })
    expect(items.map(({ ordinal }) => ordinal)).toEqual([7, 2, 7])
  })

  it('pages through the report, errors only if asked', async () => {
    const actor = await makeProject()
    const bad = '{"text": "a"}\n{"text": "b", "spans": [], "answer": "ignore"}\n'
    const { id: corpus } = await importContent(actor, `${bad}${manyLines(1)}${bad}`)
    const all = await allPages((cursor) => listImportIssues(actor, { corpus, cursor, limit: 1 }))
    expect(all.map(({ line, severity }) => [line, severity])).toEqual([
      [1, 'error'],
      [2, 'warning'],
      [4, 'error'],
      [5, 'warning'],
    ])
    const errors = await allPages((cursor) =>
      listImportIssues(actor, { corpus, cursor, limit: 1, severity: 'error' }),
    )
    expect(errors.map(({ line }) => line)).toEqual([1, 4])
  })

  it.each(['x', '-1', '1e3', '1; DROP TABLE instance'])('refuses the made-up cursor %s', async (cursor) => {
    const actor = await makeProject()
    const { id: corpus } = await importContent(actor, manyLines(1))
    const refusal = { code: 'invalid', details: { reason: 'cursor-unknown' } }
    await expect(listInstances(actor, { corpus, cursor, limit: 3 })).rejects.toMatchObject(refusal)
    await expect(listImportIssues(actor, { corpus, cursor, limit: 3 })).rejects.toMatchObject(refusal)
  })
})

describe('the report as CSV', () => {
  it('holds every issue, and no formula that a spreadsheet would run', async () => {
    const actor = await makeProject()
    const bad = ['=1+2', '@SUM(A1)', '+1', '-1', 'a "quoted", cell'].join('\n')
    const { id: corpus } = await importContent(actor, `${bad}\n${manyLines(1)}`, { format: 'prodigy' })
    const { fileName, body } = await downloadReport(actor, { corpus })
    expect(fileName).toBe('Harbour-report.csv')
    const lines = (await new Response(body).text()).split('\r\n')
    expect(lines[0]).toBe('line,severity,code,message,excerpt')
    const cells = ["'=1+2", "'@SUM(A1)", "'+1", "'-1", '"a ""quoted"", cell"']
    cells.forEach((cell, i) => {
      expect(lines[i + 1]?.endsWith(`,${cell}`), lines[i + 1]).toBe(true)
    })
    expect(lines).toHaveLength(7)
  })

  it('streams more issues than one page holds', async () => {
    const actor = await makeProject()
    const { id: corpus } = await importContent(actor, `${'{"text": "a"}\n'.repeat(2_500)}${manyLines(1)}`)
    const { body } = await downloadReport(actor, { corpus })
    expect((await new Response(body).text()).trimEnd().split('\r\n')).toHaveLength(2_501)
  })
})
