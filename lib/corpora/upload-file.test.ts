import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { discardUpload } from '@/lib/corpora/discard-upload'
import { previewImport } from '@/lib/corpora/preview-import'
import { uploadFile } from '@/lib/corpora/upload-file'
import { db } from '@/lib/platform/db'
import { sha256 } from '@/lib/platform/hash'
import { keepFilesApart } from '@/prisma/factories/files'
import { makeUpload, manyLines } from '@/prisma/factories/imports'
import { joinProject, makeProject } from '@/prisma/factories/people'

const folder = keepFilesApart()
process.env.GLOSS_UPLOAD_LIMIT_MB = '0.5'

const storedFiles = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())

describe('uploading a file', () => {
  it('keeps the bytes with their hash', async () => {
    const actor = await makeProject()
    const upload = await makeUpload(actor, manyLines(10), 'C:\\data\\harbour.jsonl')
    expect(upload).toMatchObject({
      fileName: 'harbour.jsonl',
      bytes: Buffer.byteLength(manyLines(10)),
      sha256: sha256(manyLines(10)),
    })
    await discardUpload(actor, { upload: upload.id })
  })

  it('keeps it from other accounts of the machine', async () => {
    await makeUpload(await makeProject(), manyLines(1))
    for (const one of storedFiles())
      expect(statSync(path.join(one.parentPath, one.name)).mode & 0o077).toBe(0)
    expect(statSync(path.join(folder, 'files', 'corpora')).mode & 0o077).toBe(0)
  })

  it('refuses what is too large, announced or not, and leaves nothing', async () => {
    const actor = await makeProject()
    const before = storedFiles().length
    const tooLarge = { code: 'too_large', details: { reason: 'upload-too-large', params: { limit: 0.5 } } }
    const body = async function* () {
      for (let i = 0; i < 100; i++) yield Buffer.alloc(10_000)
    }
    await expect(uploadFile(actor, { name: 'a', body: body() })).rejects.toMatchObject(tooLarge)
    await expect(
      uploadFile(actor, { name: 'a', body: body(), announcedBytes: 1_000_000 }),
    ).rejects.toMatchObject(tooLarge)
    expect(storedFiles().length).toBe(before)
  })

  it('leaves nothing of a file that is cut off', async () => {
    const actor = await makeProject()
    const before = storedFiles().length
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (storedFiles().length > before) controller.error(new Error('aborted'))
        else controller.enqueue(Buffer.alloc(1_000))
      },
    })
    await expect(uploadFile(actor, { name: 'a', body })).rejects.toMatchObject({
      details: { reason: 'upload-cut-off' },
    })
    expect(storedFiles().length).toBe(before)
    expect(await db.upload.count({ where: { projectId: actor.project.id } })).toBe(0)
  })

  it('discards a file with its row', async () => {
    const actor = await makeProject()
    const before = storedFiles().length
    const { id } = await makeUpload(actor, manyLines(1))
    expect(storedFiles().length).toBe(before + 1)
    await discardUpload(actor, { upload: id })
    expect(storedFiles().length).toBe(before)
    await expect(previewImport(actor, { upload: id })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is for leads', async () => {
    const lead = await makeProject()
    const annotator = await joinProject(lead.project.slug)
    await expect(makeUpload(annotator, manyLines(1))).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('the preview of an import', () => {
  it('shows the first instances, all labels with counts, and what is wrong line by line', async () => {
    const actor = await makeProject()
    const content = `${manyLines(30)}{"text": 1, "spans": []}\n`
    const { id } = await makeUpload(actor, content, 'harbour_news-dev.jsonl')
    const preview = await previewImport(actor, { upload: id })
    expect(preview).toMatchObject({
      format: 'prodigy',
      complete: true,
      instanceCount: 30,
      refusedCount: 1,
      labels: [
        { label: 'vessel', items: 20, instances: 20 },
        { label: 'craft', items: 10, instances: 10 },
      ],
      issues: [{ line: 31, severity: 'error', code: 'text-missing' }],
      suggested: { name: 'harbour news dev', language: 'en', split: 'dev' },
    })
    expect(preview.instances).toHaveLength(20)
    expect(preview.instances[0]).toMatchObject({ ordinal: 1, line: 1, text: '🚢 Ship 1 left at noon.' })
    expect(await db.corpus.count({ where: { projectId: actor.project.id } })).toBe(0)
  })

  it('suggests Chinese for Chinese, and reads the format asked for', async () => {
    const actor = await makeProject()
    const { id } = await makeUpload(actor, '海\tB-x\n燕\tI-x\n', '新闻.train.conll')
    expect((await previewImport(actor, { upload: id })).suggested).toEqual({
      name: '新闻 train',
      language: 'zh',
      split: 'train',
    })
    const forced = await previewImport(actor, { upload: id, format: 'prodigy' })
    expect(forced).toMatchObject({ format: 'prodigy', instanceCount: 0, refusedCount: 2 })
  })
})
