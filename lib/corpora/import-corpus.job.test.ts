import { describe, expect, it } from 'vitest'
import { importCorpusHandler } from '@/lib/corpora/import-corpus.job'
import { listInstances } from '@/lib/corpora/list-instances'
import { instanceIdName } from '@/lib/corpora/model'
import { listImportIssues, readCorpus } from '@/lib/corpora/queries'
import { db, sql } from '@/lib/platform/db'
import { Cancelled } from '@/lib/platform/errors'
import { files } from '@/lib/platform/files'
import { sha256, uuidFromName } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'
import { mentionOf } from '@/lib/tasks/ner/gold'
import { keepFilesApart } from '@/prisma/factories/files'
import { importContent, manyLines, orderImport } from '@/prisma/factories/imports'
import { makeJobContext } from '@/prisma/factories/jobs'
import { makeProject } from '@/prisma/factories/people'

keepFilesApart()

/** Everything an import wrote, without what differs between two corpora of one content. */
async function contentOf(corpusId: string) {
  const [instances] = await db.$queryRaw<{ sum: string; rows: number }[]>(sql`
    SELECT md5(string_agg(concat_ws('|', ordinal, line, text, gold, labels, text_hash, meta), ';' ORDER BY ordinal)) AS sum,
      count(*)::int AS rows FROM instance WHERE corpus_id = ${corpusId}::uuid`)
  const [issues] = await db.$queryRaw<{ sum: string; rows: number }[]>(sql`
    SELECT md5(string_agg(concat_ws('|', line, part, severity, code, message, excerpt), ';' ORDER BY line, part)) AS sum,
      count(*)::int AS rows FROM import_issue WHERE corpus_id = ${corpusId}::uuid`)
  const corpus = await db.corpus.findUniqueOrThrow({
    where: { id: corpusId },
    select: {
      instanceCount: true,
      refusedCount: true,
      warningCount: true,
      itemCount: true,
      labels: true,
      byteOffset: true,
      lineCount: true,
      state: true,
    },
  })
  return { instances, issues, corpus }
}

/** A run that dies when it wants to report the nth time: at a moment between batches, as a kill might. */
function dyingContext(actor: ProjectActor, reports: number) {
  let left = reports
  return makeJobContext(actor, {
    progress: async () => {
      if (left-- === 0) throw new Error('killed')
    },
  })
}

const mixed = (count: number) => {
  const good = manyLines(count).trimEnd().split('\n')
  return good
    .flatMap((line, i) =>
      i % 700 === 350 ? ['{"text": 7}', line, '{"text": "a", "spans": [], "answer": "reject"}'] : [line],
    )
    .concat(good[0]!, good[0]!)
    .join('\n')
}

describe('a file with something else in the place of its labels', () => {
  it('is refused with an example, before anything is drafted from it', async () => {
    const actor = await makeProject()
    const line = (at: number) =>
      `{"text": "a ${at}", "spans": [{"start": 0, "end": 1, "label": "id-${at}"}]}\n`
    const content = Array.from({ length: 5_001 }, (_, at) => line(at)).join('')
    await expect(importContent(actor, content)).rejects.toMatchObject({
      details: { reason: 'too-many-labels', params: { limit: 5_000, label: 'id-5000' } },
    })
  })

  it('is read in the time of others, though every label stands in one text', async () => {
    const actor = await makeProject()
    const spans = Array.from({ length: 120_000 }, (_, at) => ({ start: 0, end: 1, label: `id-${at}` }))
    await expect(importContent(actor, JSON.stringify({ text: 'a', spans }))).rejects.toMatchObject({
      details: { reason: 'too-many-labels' },
    })
  }, 10_000)
})

describe('importing a corpus', () => {
  it('stores instances, labels with counts, and a report of what was refused', async () => {
    const actor = await makeProject()
    const content = `${manyLines(3)}{"text": "no gold"}\n${manyLines(1)}`
    const { id } = await importContent(actor, content)
    expect(await readCorpus(actor, { corpus: id })).toMatchObject({
      state: 'ready',
      format: 'prodigy',
      instanceCount: 4,
      refusedCount: 1,
      warningCount: 1,
      itemCount: 4,
      labels: [
        { label: 'craft', items: 2, instances: 2 },
        { label: 'vessel', items: 2, instances: 2 },
      ],
    })
    const { items } = await listInstances(actor, { corpus: id, limit: 50 })
    expect(items.map((one) => [one.ordinal, one.line, mentionOf(one.text, one.spans[0]!)])).toEqual([
      [1, 1, 'Ship 1'],
      [2, 2, 'Ship 2'],
      [3, 3, 'Ship 3'],
      [4, 5, 'Ship 1'],
    ])
    expect(items[0]?.id).toBe(uuidFromName(instanceIdName(id, 1)))
    const report = await listImportIssues(actor, { corpus: id, limit: 50 })
    expect(report.items.map(({ line, severity, code }) => [line, severity, code])).toEqual([
      [4, 'error', 'gold-missing'],
      [5, 'warning', 'text-twice'],
    ])
  })

  it('takes a question that is asked again for a duplicate, but not another question about the same text', async () => {
    const actor = await makeProject()
    const ask = (question: string) => ({ question, answers: [{ text: 'noon', answer_start: 12 }] })
    const context = 'She left at noon.'
    const paragraphs = [
      { context, qas: [ask('When?'), ask('At what time?')] },
      { context, qas: [ask('When?'), ask('At what time?'), ask('Until when?')] },
    ]
    const { id } = await importContent(actor, JSON.stringify({ data: [{ paragraphs }] }))
    expect(await readCorpus(actor, { corpus: id })).toMatchObject({
      format: 'squad',
      instanceCount: 5,
      warningCount: 2,
    })
    const { items } = await listImportIssues(actor, { corpus: id, limit: 50 })
    expect(items.map(({ line, code }) => [line, code])).toEqual([
      [2, 'text-twice'],
      [2, 'text-twice'],
    ])
  })

  it('stores every character as it was: tabs, quotes, backslashes, line ends, emoji', async () => {
    const actor = await makeProject()
    const text = 'tab\t nl\n cr\r back\\slash \\N \\. "quote" {a,b} 🚢 é\u2028'
    const label = 'a "b" \\ {c}, d\t'
    const record = { text, spans: [{ start: 0, end: 3, label }], note: 'x\ty\\' }
    const { id } = await importContent(actor, JSON.stringify(record))
    const row = await db.instance.findFirstOrThrow({ where: { corpusId: id } })
    expect(row).toMatchObject({
      text,
      labels: [label],
      gold: { spans: record.spans },
      meta: { note: 'x\ty\\' },
    })
    expect(Buffer.from(row.textHash).toString('hex')).toBe(sha256(text).slice(0, 32))
  })

  it.each([1, 2, 3])(
    'makes the same rows when it was killed before report %i and run again',
    async (reports) => {
      const actor = await makeProject()
      const whole = await importContent(actor, mixed(5_000), { name: 'whole' })
      const { corpus } = await orderImport(actor, mixed(5_000), { name: 'killed' })
      const dying = importCorpusHandler.run({ corpusId: corpus.id }, dyingContext(actor, reports))
      await expect(dying).rejects.toThrow('killed')
      const halfway = await db.instance.count({ where: { corpusId: corpus.id } })
      expect(halfway).toBeGreaterThan(0)
      expect(halfway).toBeLessThanOrEqual(5_002)
      const context = makeJobContext(actor)
      await importCorpusHandler.run({ corpusId: corpus.id }, context)
      expect(context.notes).toMatchObject([{ key: 'importGoesOn' }])
      const after = await contentOf(corpus.id)
      expect(after).toEqual(await contentOf(whole.id))
      expect(after.corpus).toMatchObject({
        instanceCount: 5_002,
        refusedCount: 7,
        warningCount: 9,
        state: 'ready',
      })
      const [wrong] = await db.$queryRaw<{ count: number }[]>(sql`
      SELECT count(*)::int AS count FROM instance WHERE corpus_id = ${corpus.id}::uuid AND ordinal = 1
        AND id <> ${uuidFromName(instanceIdName(corpus.id, 1))}::uuid`)
      expect(wrong?.count).toBe(0)
    },
  )

  it('makes the same rows when the database drops its connection', async () => {
    const actor = await makeProject()
    const whole = await importContent(actor, mixed(9_000), { name: 'whole' })
    const { corpus } = await orderImport(actor, mixed(9_000), { name: 'dropped' })
    let reports = 0
    const context = makeJobContext(actor, {
      progress: async () => {
        if (reports++ === 2)
          await db.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_locks
            WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
      },
    })
    await expect(importCorpusHandler.run({ corpusId: corpus.id }, context)).rejects.toThrow()
    await importCorpusHandler.run({ corpusId: corpus.id }, makeJobContext(actor))
    expect(await contentOf(corpus.id)).toEqual(await contentOf(whole.id))
  })

  it('goes on with CoNLL between sentences', async () => {
    const actor = await makeProject()
    const content = Array.from({ length: 3_000 }, (_, i) => `Ship\tB-x\n${i}\tI-x\nleft\tO\n \n`).join('')
    const whole = await importContent(actor, content, { name: 'whole', fileName: 'a.conll' })
    const { corpus } = await orderImport(actor, content, { name: 'killed', fileName: 'a.conll' })
    await expect(importCorpusHandler.run({ corpusId: corpus.id }, dyingContext(actor, 1))).rejects.toThrow(
      'killed',
    )
    await importCorpusHandler.run({ corpusId: corpus.id }, makeJobContext(actor))
    expect(await contentOf(corpus.id)).toEqual(await contentOf(whole.id))
  })

  it('goes on with a JSON list after the records that are stored', async () => {
    const actor = await makeProject()
    const records = mixed(5_000).trim().split('\n').join(',\n')
    const whole = await importContent(actor, `[${records}]`, { name: 'whole', fileName: 'a.json' })
    const { corpus } = await orderImport(actor, `[${records}]`, { name: 'killed', fileName: 'a.json' })
    await expect(importCorpusHandler.run({ corpusId: corpus.id }, dyingContext(actor, 2))).rejects.toThrow(
      'killed',
    )
    expect(await db.instance.count({ where: { corpusId: corpus.id } })).toBeGreaterThan(0)
    await importCorpusHandler.run({ corpusId: corpus.id }, makeJobContext(actor))
    const after = await contentOf(corpus.id)
    expect(after).toEqual(await contentOf(whole.id))
    expect(after.corpus.instanceCount).toBeGreaterThan(5_000)
  })

  it('is worked on by one worker at a time, and finished once', async () => {
    const actor = await makeProject()
    const whole = await importContent(actor, mixed(5_000), { name: 'whole' })
    const { corpus } = await orderImport(actor, mixed(5_000), { name: 'raced' })
    const runs = [1, 2, 3].map(() => importCorpusHandler.run({ corpusId: corpus.id }, makeJobContext(actor)))
    await Promise.all(runs)
    expect(await contentOf(corpus.id)).toEqual(await contentOf(whole.id))
    const finished = await db.auditEntry.count({ where: { subjectId: corpus.id, action: 'corpus.imported' } })
    expect(finished).toBe(1)
  })

  it('does nothing when it is run again after the end', async () => {
    const actor = await makeProject()
    const corpus = await importContent(actor, manyLines(10))
    const before = await contentOf(corpus.id)
    await importCorpusHandler.run({ corpusId: corpus.id }, makeJobContext(actor))
    expect(await contentOf(corpus.id)).toEqual(before)
  })

  it('leaves nothing behind when it is cancelled, and its name is free', async () => {
    const actor = await makeProject()
    const { corpus } = await orderImport(actor, manyLines(5_000))
    const { fileKey } = await db.corpus.findUniqueOrThrow({ where: { id: corpus.id } })
    let reports = 0
    const context = makeJobContext(actor, {
      progress: async () => {
        if (reports++ === 2) throw new Cancelled()
      },
    })
    await expect(importCorpusHandler.run({ corpusId: corpus.id }, context)).rejects.toThrow(Cancelled)
    expect(await db.instance.count({ where: { corpusId: corpus.id } })).toBeGreaterThan(0)
    await importCorpusHandler.ended?.({ corpusId: corpus.id }, 'cancelled', context)
    expect(await db.corpus.count({ where: { id: corpus.id } })).toBe(0)
    expect(await db.instance.count({ where: { corpusId: corpus.id } })).toBe(0)
    expect(await db.importIssue.count({ where: { corpusId: corpus.id } })).toBe(0)
    expect(await files().size(fileKey)).toBeNull()
    expect(context.notes).toMatchObject([{ key: 'importRemoved' }])
    const again = await importContent(actor, manyLines(3))
    expect(again.id).toBe(corpus.id)
    expect(await readCorpus(actor, { corpus: again.id })).toMatchObject({ state: 'ready', instanceCount: 3 })
  })

  it('ends with a report when nearly every line is refused', async () => {
    const actor = await makeProject()
    const { id } = await importContent(actor, `${'{"text": "no gold"}\n'.repeat(3_000)}${manyLines(1)}`)
    expect(await readCorpus(actor, { corpus: id })).toMatchObject({ instanceCount: 1, refusedCount: 3_000 })
  })

  it('fails with the reason when every line is refused', async () => {
    const actor = await makeProject()
    const { corpus } = await orderImport(actor, '{"text": "no gold"}\n{"text": 7, "spans": []}\n')
    await expect(
      importCorpusHandler.run({ corpusId: corpus.id }, makeJobContext(actor)),
    ).rejects.toMatchObject({
      message: expect.stringContaining('Line 1: There is no “spans”'),
      details: { reason: 'import-empty', params: { refused: 2 } },
    })
  })
})
