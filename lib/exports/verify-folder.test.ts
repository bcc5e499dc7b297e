import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportOptionsSchema } from '@/lib/exports/model'
import { tallyExport } from '@/lib/exports/tally-export'
import { verifyFolder } from '@/lib/exports/verify-folder'
import { sha256 } from '@/lib/platform/hash'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gloss-verify-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const version = { versionId: 'v', contentHash: 'h', decisionId: 'd', decidedBy: 'reviewer-0a1b2c3d' }
type Line = ReturnType<typeof lineOf>
function lineOf(at: number, more: object = {}) {
  const split = at < 2 ? ('train' as const) : ('test' as const)
  const strategy = 'compound' as const
  return {
    ...{ id: `r${at}`, split, taskForm: 'ner' as const, strategy, carrier: 'json-by-label' },
    ...{ corpusId: 'c', instanceId: `i${at}`, labels: ['place'], versions: [version], ...more },
  }
}

/** A folder as an export writes it, of three records; what is given takes the place of what is right. */
async function makeFolder(
  given: { lines?: Line[]; train?: string; manifest?: object; late?: () => Promise<void> } = {},
) {
  const lines = given.lines ?? [lineOf(0), lineOf(1), lineOf(2)]
  const tally = tallyExport()
  for (const { split, id, ...provenance } of lines) tally.add({ id, provenance } as never, split)
  const record = (at: number) => JSON.stringify({ instruction: `Ask ${at}`, input: 'Here', output: '{}' })
  const texts: Record<string, string> = {
    'alpaca-train.json': given.train ?? `[\n${record(0)},\n${record(1)}\n]\n`,
    'alpaca-test.json': `[\n${record(2)}\n]\n`,
    'provenance.jsonl': lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  }
  const rows = { 'alpaca-train.json': 2, 'alpaca-test.json': 1, 'provenance.jsonl': lines.length }
  const files = Object.entries(texts).map(([name, text]) => ({
    ...{ name, bytes: Buffer.byteLength(text), sha256: sha256(text), rows: rows[name as keyof typeof rows] },
    ...(name.startsWith('alpaca') ? { split: name.includes('train') ? 'train' : 'test' } : {}),
  }))
  const { splits } = exportOptionsSchema.parse({ splits: { test: 0.3 } })
  const corpus = {
    taskForm: 'ner',
    language: 'en',
    licence: 'MIT',
    licenceKind: 'permissive',
    source: 'here',
  }
  const manifest = {
    tool: { name: 'gloss', version: '1' },
    ...{ format: 'alpaca', layout: 'flat', gzip: false, records: 3, mix: tally.mix(), files },
    splits: { ...splits, records: { train: 2, test: 1 } },
    instructions: { count: 3, sha256: 'x' },
    recipe: { hash: 'y' },
    release: { id: 'r', number: 1, contentHash: 'z' },
    versions: [{ ...version, kind: 'guideline', label: 'place', corpusId: 'c', instructions: 3 }],
    corpora: [{ id: 'c', name: 'Harbour', ...corpus, instances: 3, records: 3 }],
    licence: { declared: null, conflicts: [], confirmedBecause: null },
    review: {
      ...{ versions: 1, deciders: 1, decisions: 1, approved: 1, edited: 0, rejected: 0, skipped: 0 },
      ...{ decidedTwice: 0, agreement: null },
    },
    ...given.manifest,
  }
  for (const [name, text] of Object.entries(texts)) await writeFile(path.join(folder, name), text)
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest))
  await given.late?.()
  return (await verifyFolder(folder)).faults
}

const change = (name: string, work: (text: string) => string) => async () => {
  const file = path.join(folder, name)
  await writeFile(file, work(await readFile(file, 'utf8')))
}

describe('a folder that is what it says', () => {
  it('has no faults', async () => {
    expect(await makeFolder()).toEqual([])
  })
})

describe('a folder that is not', () => {
  it('is told from a folder that is no export', async () => {
    expect((await verifyFolder(folder)).faults).toEqual([
      { file: 'manifest.json', what: expect.stringContaining('is not there') },
    ])
  })

  it('shows a byte that was changed, a file that is gone, and one too many', async () => {
    const changed = await makeFolder({
      late: change('alpaca-test.json', (text) => text.replace('Here', 'Hers')),
    })
    expect(changed).toEqual([{ file: 'alpaca-test.json', what: expect.stringContaining('was changed') }])
    const gone = await makeFolder({ late: () => rm(path.join(folder, 'provenance.jsonl')) })
    expect(gone.map(({ file }) => file)).toContain('provenance.jsonl')
    const more = await makeFolder({ late: () => writeFile(path.join(folder, 'notes.txt'), 'hello') })
    expect(more).toEqual([{ file: 'notes.txt', what: 'is not in the manifest' }])
  })

  it('shows the line that is no record, and the record that is not of the format', async () => {
    const broken = await makeFolder({
      train: '[\n{"instruction":"a","input":"b","output":"c"},\n{"instr\n]\n',
    })
    expect(broken).toMatchObject([{ file: 'alpaca-train.json', place: 'line 3' }])
    const other = await makeFolder({ train: '[\n{"instruction":"a","input":"b"},\n{}\n]\n' })
    expect(other).toMatchObject([
      { file: 'alpaca-train.json', place: 'line 2', what: expect.stringContaining('output') },
    ])
    const open = await makeFolder({ train: '[\n{"instruction":"a","input":"b","output":"c"}\n' })
    expect(open).toMatchObject([{ file: 'alpaca-train.json', what: 'does not end the array' }])
  })

  it('shows an id given twice, an instance in two splits, duplicates in two splits, and a person’s name', async () => {
    const place = (faults: { place?: string }[]) => faults[0]?.place
    const twice = await makeFolder({ lines: [lineOf(0), lineOf(1, { id: 'r0' }), lineOf(2)] })
    expect([place(twice), twice[0]!.what]).toEqual(['line 2', 'the id r0 was there before'])
    const across = await makeFolder({ lines: [lineOf(0), lineOf(1), lineOf(2, { instanceId: 'i0' })] })
    expect([place(across), across[0]!.what]).toEqual([
      'line 3',
      'the instance i0 is in the split test and in train',
    ])
    const groups = [lineOf(0, { dupGroup: 'g' }), lineOf(1), lineOf(2, { dupGroup: 'g' })]
    expect((await makeFolder({ lines: groups }))[0]!.what).toContain('the duplicate group g')
    const named = [lineOf(0), lineOf(1), lineOf(2, { versions: [{ ...version, decidedBy: 'Ana' }] })]
    expect((await makeFolder({ lines: named }))[0]!.what).toContain('pseudonym')
  })

  it('is not followed out of the folder, nor to files that hold no records', async () => {
    const renamed = (name: string) =>
      makeFolder({
        late: change('manifest.json', (text) => text.replace('"alpaca-test.json"', JSON.stringify(name))),
      })
    for (const name of ['../alpaca-test.json', '/etc/hostname', 'a/../../b', 'C:\\x', ''])
      expect(await renamed(name)).toEqual([
        { file: 'manifest.json', what: `names “${name}”, which is no file of this folder` },
      ])
    const other = await renamed('alpaca-test')
    expect(other).toContainEqual({ file: 'alpaca-test', what: expect.stringContaining('not of an encoding') })
  })

  it('that was rewritten with its manifest is told by the fingerprint of the manifest alone', async () => {
    await makeFolder()
    const { fingerprint } = await verifyFolder(folder)
    expect((await verifyFolder(folder, { fingerprint: fingerprint! })).faults).toEqual([])
    await change('alpaca-test.json', (text) => text.replace('Here', 'Hers'))()
    const changed = sha256(await readFile(path.join(folder, 'alpaca-test.json')))
    await change('manifest.json', (text) => {
      const manifest = JSON.parse(text)
      manifest.files.find(({ name }: { name: string }) => name === 'alpaca-test.json').sha256 = changed
      return JSON.stringify(manifest)
    })()
    const after = await verifyFolder(folder)
    expect(after.faults).toEqual([])
    expect(after.fingerprint).not.toBe(fingerprint)
    expect((await verifyFolder(folder, { fingerprint: fingerprint! })).faults).toEqual([
      { file: 'manifest.json', what: expect.stringContaining('it was rewritten') },
    ])
  })

  it('shows a card that the hub would load other records by', async () => {
    const train = { name: 'train', num_bytes: 1, num_examples: 1 }
    const front = { configs: [], dataset_info: { splits: [train] } }
    const text = `---\n${JSON.stringify(front)}\n---\n\n# Title\n`
    const faults = await makeFolder({
      late: async () => {
        await writeFile(path.join(folder, 'README.md'), text)
        const card = { name: 'README.md', bytes: Buffer.byteLength(text), rows: null, sha256: sha256(text) }
        await change('manifest.json', (manifest) => {
          const { files, ...rest } = JSON.parse(manifest)
          return JSON.stringify({ ...rest, files: [...files, card] })
        })()
      },
    })
    expect(faults).toEqual([{ file: 'README.md', what: expect.stringContaining('other files') }])
  })

  it('shows counts that do not fit the records', async () => {
    const mix = [{ taskForm: 'ner', strategies: ['basic'], carrier: 'json-by-label', count: 3 }]
    expect(await makeFolder({ manifest: { mix } })).toMatchObject([{ file: 'manifest.json', place: 'mix' }])
    expect(await makeFolder({ manifest: { records: 4 } })).toMatchObject([{ place: 'records' }])
  })
})
