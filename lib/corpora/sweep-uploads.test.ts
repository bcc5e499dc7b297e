import { describe, expect, it } from 'vitest'
import { discardUpload } from '@/lib/corpora/discard-upload'
import { importCorpus } from '@/lib/corpora/import-corpus'
import { importCorpusHandler } from '@/lib/corpora/import-corpus.job'
import { readCorpus } from '@/lib/corpora/queries'
import { sweepUploads } from '@/lib/corpora/sweep-uploads'
import { db } from '@/lib/platform/db'
import { files } from '@/lib/platform/files'
import { systemActor } from '@/lib/platform/model'
import { keepFilesApart } from '@/prisma/factories/files'
import { makeUpload, manyLines, orderImport } from '@/prisma/factories/imports'
import { makeJobContext } from '@/prisma/factories/jobs'
import { makeProject } from '@/prisma/factories/people'

keepFilesApart()

const sweeper = systemActor('sweeper')
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
const order = { language: 'en', licence: 'MIT', source: 'a test', split: 'all' } as const

describe('sweeping uploads', () => {
  it('throws away what nobody imported within a week, file and row, and says so', async () => {
    const actor = await makeProject()
    const { id } = await makeUpload(actor, manyLines(3), 'left.jsonl')
    expect(await sweepUploads(sweeper, inDays(8))).toBe(1)
    expect(await files().size(`corpora/${id}`)).toBeNull()
    expect(await db.upload.count()).toBe(0)
    const entries = await db.auditEntry.findMany({ where: { subjectId: id, action: 'upload.discarded' } })
    expect(entries).toMatchObject([
      {
        actorKind: 'system',
        actorId: 'sweeper',
        via: 'system',
        projectId: actor.project.id,
        data: { fileName: 'left.jsonl' },
      },
    ])
  })

  it('keeps what came within the week', async () => {
    const actor = await makeProject()
    const { id } = await makeUpload(actor, manyLines(3))
    expect(await sweepUploads(sweeper, inDays(6))).toBe(0)
    expect(await files().size(`corpora/${id}`)).toBeGreaterThan(0)
    await discardUpload(actor, { upload: id })
  })

  it('keeps the file of an import, also where a row of it was left', async () => {
    const actor = await makeProject()
    const { corpus } = await orderImport(actor, manyLines(3))
    const { fileKey } = await db.corpus.findUniqueOrThrow({ where: { id: corpus.id } })
    await db.upload.create({
      data: {
        fileKey,
        projectId: actor.project.id,
        fileName: 'a',
        bytes: 1,
        sha256: '',
        createdById: actor.id,
      },
    })
    expect(await sweepUploads(sweeper, inDays(30))).toBe(0)
    await importCorpusHandler.run({ corpusId: corpus.id }, makeJobContext(actor))
    expect(await readCorpus(actor, { corpus: corpus.id })).toMatchObject({ instanceCount: 3 })
    await db.upload.deleteMany()
  })

  it('is never in the way of an import that begins at the same moment: either has the file', async () => {
    const actor = await makeProject()
    for (let round = 0; round < 10; round++) {
      const { id: uploadId } = await makeUpload(actor, manyLines(3))
      const [swept, ordered] = await Promise.all([
        sweepUploads(sweeper, inDays(8)),
        importCorpus(actor, { ...order, uploadId, name: `Round ${round}` }).catch((error) => error),
      ])
      const isThere = (await files().size(`corpora/${uploadId}`)) !== null
      expect({ swept, isThere }).toEqual(
        'corpus' in ordered ? { swept: 0, isThere: true } : { swept: 1, isThere: false },
      )
      if (swept) expect(ordered).toMatchObject({ details: { reason: 'upload-unknown' } })
    }
  })
})
