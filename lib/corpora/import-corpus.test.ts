import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { importCorpus } from '@/lib/corpora/import-corpus'
import { importCorpusHandler } from '@/lib/corpora/import-corpus.job'
import { readCorpus } from '@/lib/corpora/queries'
import { db } from '@/lib/platform/db'
import { keepFilesApart } from '@/prisma/factories/files'
import { importContent, makeUpload, manyLines, orderImport } from '@/prisma/factories/imports'
import { makeJobContext } from '@/prisma/factories/jobs'
import { joinProject, makeProject } from '@/prisma/factories/people'

const folder = keepFilesApart()
const storedFiles = () => {
  try {
    return readdirSync(path.join(folder, 'files', 'corpora'))
  } catch {
    return []
  }
}

describe('ordering an import', () => {
  it('makes the corpus and its job at once, and leaves an audit row', async () => {
    const actor = await makeProject()
    const { corpus, jobId } = await orderImport(actor, manyLines(3))
    expect(corpus).toMatchObject({ name: 'Harbour', state: 'importing', format: 'prodigy' })
    expect(await db.jobRun.findUnique({ where: { id: jobId! } })).toMatchObject({
      kind: 'import-corpus',
      subjectId: corpus.id,
      state: 'queued',
    })
    const [entry] = await db.auditEntry.findMany({ where: { subjectId: corpus.id } })
    expect(entry).toMatchObject({ action: 'import.ordered', actorId: actor.id, via: 'session' })
    expect(await db.upload.count({ where: { projectId: actor.project.id } })).toBe(0)
  })

  it('goes on with the unfinished import of the same file under the same name', async () => {
    const actor = await makeProject()
    const first = await orderImport(actor, manyLines(3))
    const before = storedFiles().length
    const second = await orderImport(actor, manyLines(3))
    expect(second).toEqual(first)
    expect(storedFiles().length).toBe(before)
  })

  it('orders a new job when the last one fell silent', async () => {
    const actor = await makeProject()
    const first = await orderImport(actor, manyLines(3))
    const lost = new Date(Date.now() - 600_000)
    await db.jobRun.update({ where: { id: first.jobId! }, data: { state: 'running', heartbeatAt: lost } })
    const second = await orderImport(actor, manyLines(3))
    expect(second.jobId).not.toBe(first.jobId)
    expect(second.corpus.id).toBe(first.corpus.id)
  })

  it('answers with the finished corpus when its file is imported again', async () => {
    const actor = await makeProject()
    const { id } = await importContent(actor, manyLines(3))
    const again = await orderImport(actor, manyLines(3))
    expect(again).toEqual({ corpus: await readCorpus(actor, { corpus: id }), jobId: null })
  })

  it('refuses another file under a name that is taken, and keeps both as they were', async () => {
    const actor = await makeProject()
    const { id } = await importContent(actor, manyLines(3))
    await expect(orderImport(actor, manyLines(4))).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'corpus-name-taken', params: { name: 'Harbour' } },
    })
    expect(await readCorpus(actor, { corpus: id })).toMatchObject({ instanceCount: 3 })
    expect(await db.upload.count({ where: { projectId: actor.project.id } })).toBe(1)
  })

  it('answers the same when the same request is sent twice, even at once', async () => {
    const actor = await makeProject()
    const { id: uploadId } = await makeUpload(actor, manyLines(3))
    const order = () =>
      importCorpus(actor, {
        uploadId,
        name: 'Twice',
        language: 'en',
        licence: 'MIT',
        source: 'a test',
        split: 'all',
      })
    const [one, two] = await Promise.all([order(), order()])
    expect(two).toEqual(one)
    expect(await order()).toEqual(one)
    await importCorpusHandler.run({ corpusId: one.corpus.id }, makeJobContext(actor))
    expect(await readCorpus(actor, { corpus: one.corpus.id })).toMatchObject({ instanceCount: 3 })
  })

  it('uses the same name in two projects for two corpora', async () => {
    const [here, there] = [await makeProject(), await makeProject()]
    const one = await orderImport(here, manyLines(3))
    const two = await orderImport(there, manyLines(3))
    expect(one.corpus.id).not.toBe(two.corpus.id)
  })

  it('keeps nothing of a file that cannot be read', async () => {
    const actor = await makeProject()
    await expect(orderImport(actor, '%PDF-1.7\n')).rejects.toMatchObject({
      details: { reason: 'file-kind-unreadable' },
    })
    expect(await db.corpus.count({ where: { projectId: actor.project.id } })).toBe(0)
  })

  it('is for leads', async () => {
    const lead = await makeProject()
    const annotator = await joinProject(lead.project.slug)
    await expect(orderImport(annotator, manyLines(3))).rejects.toMatchObject({ code: 'forbidden' })
  })

  it("sees no other project's uploads and corpora", async () => {
    const [here, there] = [await makeProject(), await makeProject()]
    const { corpus } = await orderImport(there, manyLines(3))
    const upload = await makeUpload(there, manyLines(3))
    await expect(readCorpus(here, { corpus: corpus.id })).rejects.toMatchObject({ code: 'not_found' })
    const order = {
      uploadId: upload.id,
      language: 'en',
      licence: 'MIT',
      source: 'a test',
      split: 'all',
    } as const
    await expect(importCorpus(here, { ...order, name: 'Harbour' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
