import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import {
  GetObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Destination, ExportFile } from '@/lib/exports/model'
import { openHashedFile } from '@/lib/platform/hashed-file'
import { startObjectStore } from '@/prisma/factories/object-store'

const BUCKET = 'gloss-exports'
let folder: string
let store: Awaited<ReturnType<typeof startObjectStore>>
let client: S3Client
let deliverExport: typeof import('@/lib/exports/deliver-export').deliverExport

// The environment is read once in a process: it is set before the code that reads it is there.
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gloss-store-'))
  store = await startObjectStore(BUCKET)
  client = new S3Client(store.client)
  for (const [name, value] of Object.entries(store.env)) vi.stubEnv(name, value)
  vi.stubEnv('GLOSS_EXPORT_DIR', path.join(folder, 'share'))
  vi.resetModules()
  deliverExport = (await import('@/lib/exports/deliver-export')).deliverExport
})

afterAll(async () => {
  vi.unstubAllEnvs()
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

async function writtenFiles(texts: Record<string, string>): Promise<ExportFile[]> {
  const id = randomUUID()
  const files: ExportFile[] = []
  for (const [name, text] of Object.entries(texts)) {
    const file = await openHashedFile(`exports/${id}/${name}`)
    await file.write(text)
    files.push({ name, rows: null, ...(await file.commit()) })
  }
  return files
}

const keysIn = async (prefix: string) => {
  const listed = await client.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix: `${prefix}/` }))
  return (listed.Contents ?? []).map(({ Key }) => Key!.slice(prefix.length + 1)).sort()
}
const deliver = (
  files: ExportFile[],
  destination: Destination,
  progress: () => Promise<void> = async () => {},
) => deliverExport(files, { destination, done: 1, context: { progress } })

// Over five megabytes twice: what goes in parts.
const large = 'A record of some length, again and again.\n'.repeat(400_000)
const texts = { 'data/train-00000-of-00001.jsonl': large, 'README.md': '# Card', 'manifest.json': '{"a":1}' }

describe('an export brought to an S3 store', () => {
  it('is there whole, and may be brought again', async () => {
    const files = await writtenFiles(texts)
    for (let time = 0; time < 2; time++) await deliver(files, { to: 's3', prefix: 'team/one' })
    expect(await keysIn('team/one')).toEqual(Object.keys(texts).sort())
    for (const [name, text] of Object.entries(texts)) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: `team/one/${name}` }))
      expect((await Body!.transformToString()) === text, name).toBe(true)
    }
  })

  it('leaves the export alone that stands there', async () => {
    await deliver(await writtenFiles(texts), { to: 's3', prefix: 'team/taken' })
    const other = await writtenFiles({ 'alpaca.json': '[]', 'manifest.json': '{"a":2}' })
    await expect(deliver(other, { to: 's3', prefix: 'team/taken' })).rejects.toMatchObject({
      details: { reason: 'destination-taken' },
    })
    expect(await keysIn('team/taken')).toEqual(Object.keys(texts).sort())
  })

  it('leaves nothing behind when somebody cancels it', async () => {
    const files = await writtenFiles({ 'a.jsonl': 'first\n', ...texts })
    let looks = 0
    const cancelled = async () => {
      if (++looks > 1) throw new Error('cancelled')
    }
    await expect(deliver(files, { to: 's3', prefix: 'team/cut' }, cancelled)).rejects.toThrow()
    expect(await keysIn('team/cut')).toEqual([])
    const open = await client.send(new ListMultipartUploadsCommand({ Bucket: BUCKET })).catch(() => null)
    expect(open?.Uploads ?? []).toEqual([])
  })
})

describe('a body that is cut while it is sent', () => {
  it('is no object, and no part of one', async () => {
    const { openObjectStore } = await import('@/lib/platform/object-store')
    const cancel = new AbortController()
    const body = Readable.from(
      (async function* () {
        for (let part = 0; part < 4; part++) {
          yield Buffer.alloc(8 << 20, part)
          if (part === 2) cancel.abort()
        }
      })(),
    )
    const put = openObjectStore()!.put('cut/body', { body, sha256: 'x' }, cancel.signal)
    await expect(put).rejects.toThrow()
    expect(await keysIn('cut')).toEqual([])
    const names = await readdir(path.join(folder, 's3', BUCKET), { recursive: true }).catch(() => [])
    expect(names.filter((name) => name.includes('cut'))).toEqual([])
  })
})

describe('an export brought to a folder of the server', () => {
  it('is there whole, without leftovers, and leaves others alone', async () => {
    const files = await writtenFiles(texts)
    await deliver(files, { to: 'folder', path: 'team/one' })
    const place = path.join(folder, 'share', 'team', 'one')
    const names = (await readdir(place, { recursive: true, withFileTypes: true })).filter((one) =>
      one.isFile(),
    )
    expect(names.map(({ name }) => name).sort()).toEqual([
      'README.md',
      'manifest.json',
      'train-00000-of-00001.jsonl',
    ])
    expect(await readFile(path.join(place, 'manifest.json'), 'utf8')).toBe(texts['manifest.json'])
    const other = await writtenFiles({ 'manifest.json': '{"a":2}' })
    await expect(deliver(other, { to: 'folder', path: 'team/one' })).rejects.toMatchObject({
      details: { reason: 'destination-taken' },
    })
  })
})
