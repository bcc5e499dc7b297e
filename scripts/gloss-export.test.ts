import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'
import { overrideAudit } from '@/lib/synthesis/audits/override-audit'
import { composedRun } from '@/prisma/factories/audits'
import { runScript, startCommandLine } from '@/prisma/factories/command-line'
import { startObjectStore } from '@/prisma/factories/object-store'

const BUCKET = 'gloss-exports'
let store: Awaited<ReturnType<typeof startObjectStore>>
let cli: Awaited<ReturnType<typeof startCommandLine>>
/** A released run of a corpus that can be given on freely, and of one that cannot. */
let free: string[]
let bound: string[]
let records: number

beforeAll(async () => {
  store = await startObjectStore(BUCKET)
  cli = await startCommandLine((folder) => ({ ...store.env, GLOSS_EXPORT_DIR: path.join(folder, 'share') }))
  const released = async (licence: string) => {
    const { actor, run } = await composedRun({ licence })
    await overrideAudit(actor, { number: run.number, reason: 'Composed for a test.' })
    return { words: wordsFor(actor, run), run }
  }
  const one = await released('CC0-1.0')
  free = one.words
  records = one.run.instructionCount
  bound = (await released('CC BY-SA 4.0')).words
}, 120_000)

afterAll(async () => {
  await cli.close()
  await store.close()
})

const wordsFor = (actor: ProjectActor, run: { number: number }) => [
  ...['export', '--project', actor.project.slug, '--run', String(run.number)],
]

const inFolder = (name: string) => path.join(cli.folder, name)

/** Every file below a folder, with its bytes. */
function filesIn(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  const paths = names.map((one) => path.relative(folder, path.join(one.parentPath, one.name))).sort()
  return new Map(paths.map((name) => [name, readFileSync(path.join(folder, name))]))
}

async function verified(folder: string) {
  const { code, stdout } = await runScript('scripts/verify-export.ts', [folder, '--json'])
  expect({ code, ...JSON.parse(stdout) }).toMatchObject({ code: 0, ok: true, faults: [] })
  return JSON.parse(stdout).manifest
}

describe('an export from the command line', () => {
  it('is split, packed, laid out for the hub and copied to a folder as it is told', async () => {
    const out = inFolder('hub')
    const { export: made } = await cli.glossJson(
      ...[...free, '--format', 'alpaca', '--out', out, '--gzip', '--layout', 'huggingface'],
      ...['--validation', '0.2', '--test', '0.1', '--split-seed', '9', '--licence', 'CC0-1.0'],
      ...['--to-folder', 'harbour/one'],
    )
    expect(made.options).toMatchObject({
      splits: { validation: 0.2, test: 0.1, seed: 9 },
      ...{ gzip: true, layout: 'huggingface', licence: 'CC0-1.0' },
      destination: { to: 'folder', path: 'harbour/one' },
    })
    const files = filesIn(out)
    const data = [...files.keys()].filter((name) => name.startsWith('data/'))
    expect(data).toEqual(
      ['test', 'train', 'validation'].map((split) => `data/${split}-00000-of-00001.jsonl.gz`),
    )
    const lines = data.flatMap((name) => gunzipSync(files.get(name)!).toString().trimEnd().split('\n'))
    expect(lines).toHaveLength(records)
    expect(JSON.parse(lines[0]!)).toMatchObject({
      instruction: expect.any(String),
      output: expect.any(String),
    })
    expect(filesIn(inFolder('share/harbour/one'))).toEqual(files)
    const address = `${cli.url}/api/projects/${free[2]}/exports/${made.id}/files`
    const headers = { authorization: `Bearer ${cli.token}` }
    for (const name of [data[0]!, encodeURIComponent(data[0]!), 'README.md']) {
      const answer = await fetch(`${address}/${name}`, { headers })
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(files.get(decodeURIComponent(name)))
    }
    for (const name of ['data', 'data/', 'data/train', 'data/../README.md/x', 'data/a/b'])
      expect((await fetch(`${address}/${name}`, { headers })).ok).toBe(false)
    const told = await runScript('scripts/verify-export.ts', [out])
    const fingerprint = sha256(files.get('manifest.json')!)
    expect([told.code, told.stdout]).toEqual([0, expect.stringContaining(fingerprint)])
    const withFingerprint = (one: string) =>
      runScript('scripts/verify-export.ts', [out, '--fingerprint', one]).then(({ code }) => code)
    expect(await withFingerprint(fingerprint)).toBe(0)
    expect(await withFingerprint('0'.repeat(64))).toBe(1)
    expect(await withFingerprint('short')).toBe(2)
    const manifest = await verified(out)
    expect(manifest).toMatchObject({ records, gzip: true, licence: { declared: 'CC0-1.0' } })
    expect(manifest.splits).toMatchObject({ validation: 0.2, test: 0.1, seed: 9 })
  }, 120_000)

  it('is brought to a store that speaks S3', async () => {
    const out = inFolder('parquet')
    await cli.glossJson(...[...free, '--format', 'parquet', '--out', out, '--to-s3', 'harbour/two'])
    const client = new S3Client(store.client)
    const brought = new Map<string, Buffer>()
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: BUCKET }))
    for (const { Key } of Contents) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key }))
      brought.set(Key!.replace('harbour/two/', ''), Buffer.from(await Body!.transformToByteArray()))
    }
    expect(new Map([...brought].sort())).toEqual(filesIn(out))
    expect((await verified(out)).format).toBe('parquet')
  }, 120_000)

  it('needs a licence that gives on what its sources ask for, or a reason', async () => {
    const words = [...bound, '--format', 'openai-chat', '--out', inFolder('bound')]
    const refused = await cli.gloss([...words, '--json'])
    expect(refused.code).toBe(1)
    expect(JSON.parse(refused.stdout)).toMatchObject({ error: { reason: 'licence-unconfirmed' } })
    await cli.glossJson(...words, '--licence', 'CC-BY-SA-4.0')
    expect((await verified(inFolder('bound'))).licence).toMatchObject({ conflicts: [] })
    const why = inFolder('why')
    await cli.glossJson(
      ...[...bound, '--format', 'openai-chat', '--out', why, '--licence-reason', 'In house.'],
    )
    expect((await verified(why)).licence).toMatchObject({
      conflicts: [{ licence: 'CC BY-SA 4.0', kind: 'share-alike' }],
      confirmedBecause: 'In house.',
    })
  }, 120_000)

  it('says which words do not go together', async () => {
    const ends = async (...words: string[]) => {
      const { code, stdout } = await cli.gloss([...free, '--out', inFolder('none'), ...words, '--json'])
      const { error } = JSON.parse(stdout)
      return [code, error.reason ?? error.code]
    }
    expect(await ends('--format', 'parquet', '--gzip')).toEqual([1, 'option-unfit'])
    expect(await ends('--format', 'alpaca', '--draft-pairs')).toEqual([1, 'option-unfit'])
    expect(await ends('--format', 'alpaca', '--to-folder', '../up')).toEqual([2, 'usage'])
    expect(await ends('--format', 'alpaca', '--validation', '0.6', '--test', '0.6')).toEqual([2, 'usage'])
    expect(await ends('--format', 'alpaca', '--to-folder', 'a', '--to-s3', 'b')).toEqual([2, 'usage'])
  }, 120_000)
})
