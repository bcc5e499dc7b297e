import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { createGzip, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { importCorpusHandler } from '@/lib/corpora/import-corpus.job'
import { refuseBomb } from '@/lib/corpora/packing/limit-unpacked'
import { previewImport } from '@/lib/corpora/preview-import'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { files } from '@/lib/platform/files'
import { makeTar, makeZip } from '@/prisma/factories/archives'
import { keepFilesApart } from '@/prisma/factories/files'
import { makeUpload, manyLines, orderImport } from '@/prisma/factories/imports'
import { makeJobContext } from '@/prisma/factories/jobs'
import { makeProject } from '@/prisma/factories/people'

keepFilesApart()

/** What a preview and an order to import both refuse. */
async function refusal(content: Uint8Array) {
  const actor = await makeProject()
  const { id } = await makeUpload(actor, content)
  const error = await previewImport(actor, { upload: id }).then(
    () => null,
    (cause) => cause,
  )
  await expect(orderImport(actor, content)).rejects.toEqual(error)
  expect(await db.corpus.count({ where: { projectId: actor.project.id } })).toBe(0)
  return error
}

/** What an import meets that began well: it fails, and nothing of it is left. */
async function failure(content: Uint8Array) {
  const actor = await makeProject()
  const { corpus } = await orderImport(actor, content)
  const { fileKey } = await db.corpus.findUniqueOrThrow({ where: { id: corpus.id } })
  const context = makeJobContext(actor)
  const error = await importCorpusHandler.run({ corpusId: corpus.id }, context).then(
    () => null,
    (cause) => cause,
  )
  await importCorpusHandler.ended?.({ corpusId: corpus.id }, 'failed', context)
  expect(await db.corpus.count({ where: { id: corpus.id } })).toBe(0)
  expect(await db.instance.count({ where: { corpusId: corpus.id } })).toBe(0)
  expect(await db.importIssue.count({ where: { corpusId: corpus.id } })).toBe(0)
  expect(await files().size(fileKey)).toBeNull()
  return error
}

const because = (reason: string) => ({ details: { reason } })
const lines = Buffer.from(manyLines(20_000))
/** Lines that cannot be packed well, so that cutting them leaves a good beginning. */
const noise = Buffer.from(
  Array.from(
    { length: 20_000 },
    () => `${JSON.stringify({ text: randomBytes(30).toString('hex'), spans: [] })}\n`,
  ).join(''),
)

async function gzipOf(bytes: number, content: string): Promise<Buffer> {
  const block = Buffer.alloc(1_000_000, content)
  const blocks = (function* () {
    for (let sent = 0; sent < bytes; sent += block.length) yield block
  })()
  const packed: Buffer[] = []
  for await (const chunk of Readable.from(blocks).pipe(createGzip({ level: 9 }))) packed.push(chunk)
  return Buffer.concat(packed)
}

describe('a file that is packed to do harm', () => {
  it('is given up when it unpacks out of proportion, before it fills anything', async () => {
    const gzip = await gzipOf(200_000_000, '{"text": "a", "spans": []}\n'.padStart(50_000, ' '))
    const before = process.memoryUsage.rss()
    expect(await failure(gzip)).toMatchObject(because('unpacked-out-of-proportion'))
    expect(process.memoryUsage.rss() - before).toBeLessThan(200_000_000)
    const line = await gzipOf(200_000_000, 'a')
    expect(await refusal(line)).toMatchObject(because('format-unknown'))
  }, 60_000)

  it('is given up when its directory says what it would become', async () => {
    const zip = makeZip([{ name: 'a.jsonl', content: lines, saidBytes: 4_000_000_000 }])
    expect(await refusal(zip)).toMatchObject(because('unpacked-out-of-proportion'))
  })

  it('is given up past the limit for unpacked files', () => {
    const limit = env().GLOSS_UNPACKED_LIMIT_MB * 1_000_000
    expect(() => refuseBomb(limit, limit)).not.toThrow()
    expect(() => refuseBomb(limit + 1, limit)).toThrow(/larger than \d+ MB/)
  })

  it('is refused when its directory lies about what it holds', async () => {
    const more = makeZip([{ name: 'a.jsonl', content: lines, saidBytes: 10 }])
    expect(await refusal(more)).toMatchObject(because('archive-broken'))
  })

  it.each(['../../etc/passwd', '/etc/passwd', 'C:/windows/x.txt'])('has no member “%s”', async (name) => {
    const member = { name, content: lines }
    expect(await refusal(makeZip([member]))).toMatchObject(because('archive-member-refused'))
    expect(await refusal(await makeTar([member]))).toMatchObject(because('archive-member-refused'))
  })

  it.each(['symlink', 'link', 'character-device', 'block-device', 'fifo'] as const)(
    'has no %s in a tar',
    async (type) => {
      const link = { name: 'a.jsonl', type, linkname: '/etc/passwd' }
      const tar = await makeTar([link, { name: 'b.jsonl', content: lines }])
      expect(await refusal(gzipSync(tar))).toMatchObject(because('archive-member-refused'))
    },
  )

  it('is not packed twice', async () => {
    const inner = makeZip([{ name: 'a.jsonl', content: lines }])
    const archives = [
      makeZip([{ name: 'a.zip', content: inner }]),
      gzipSync(inner),
      gzipSync(gzipSync(lines)),
    ]
    for (const archive of archives) expect(await refusal(archive)).toMatchObject(because('archive-nested'))
  })

  it('is refused with too many tiny files in it', async () => {
    const members = Array.from({ length: 60_000 }, (_, i) => ({ name: `${i}.txt`, content: 'a' }))
    expect(await refusal(makeZip(members))).toMatchObject(because('archive-too-many-files'))
  }, 60_000)

  it('is refused when it is locked', async () => {
    const zip = makeZip([{ name: 'a.jsonl', content: lines, flags: 1 }])
    expect(await refusal(zip)).toMatchObject(because('archive-encrypted'))
  })
})

describe('a file that is damaged', () => {
  it('is refused when a zip is cut off', async () => {
    const zip = makeZip([{ name: 'a.jsonl', content: noise }])
    expect(await refusal(zip.subarray(0, zip.length / 2))).toMatchObject(because('archive-broken'))
    zip[Math.floor(zip.length / 2)]! ^= 0xff
    expect(await failure(zip)).toMatchObject(because('archive-broken'))
  })

  it('leaves nothing when a gzip is cut off', async () => {
    const gzip = gzipSync(noise)
    expect(await failure(gzip.subarray(0, gzip.length - 9))).toMatchObject(because('archive-broken'))
    expect(await refusal(gzip.subarray(0, 30))).toMatchObject(because('archive-broken'))
  })

  it('is refused when a tar is cut off, be it between two files', async () => {
    const tar = await makeTar([{ name: 'a.jsonl', content: noise }])
    expect(await refusal(tar.subarray(0, tar.length / 2))).toMatchObject(because('archive-broken'))
    const small = await makeTar([{ name: 'a.jsonl', content: manyLines(3) }])
    expect(await refusal(small.subarray(0, -1_024))).toMatchObject(because('archive-broken'))
  })

  it('is refused by its name when it is something else', async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])
    expect(await refusal(png)).toMatchObject({
      details: { reason: 'file-kind-unreadable', params: { kind: 'PNG' } },
    })
    expect(await refusal(gzipSync(png))).toMatchObject({ details: { params: { kind: 'PNG' } } })
    expect(await refusal(gzipSync(randomBytes(100_000)))).toMatchObject(because('file-kind-unreadable'))
    expect(await refusal(makeZip([]))).toMatchObject(because('archive-without-data'))
  })
})
