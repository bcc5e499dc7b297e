import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gloss-verify-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const version = (at: number) => ({
  ...{ versionId: `v${at}`, contentHash: 'a'.repeat(64), kind: 'guideline', label: `label ${at}` },
  ...{ corpusId: null, decisionId: 'd', decidedBy: 'reviewer-00000000', instructions: 1 },
})

it('writes all of its JSON into a pipe, however long it is', async () => {
  const manifest = {
    tool: { name: 'gloss', version: '1' },
    ...{ format: 'alpaca', layout: 'flat', gzip: false, records: 0 },
    splits: { validation: 0, test: 0, seed: 1, records: {} },
    ...{ mix: [], instructions: { count: 0, sha256: null }, recipe: { hash: 'h' } },
    release: { id: 'r', number: 1, contentHash: 'c' },
    versions: Array.from({ length: 2000 }, (_, at) => version(at)),
    ...{ corpora: [], licence: { declared: null, conflicts: [], confirmedBecause: null } },
    review: {
      ...{ versions: 1, deciders: 1, decisions: 1, approved: 1, edited: 0, rejected: 0, skipped: 0 },
      ...{ decidedTwice: 0, agreement: null },
    },
    files: [],
  }
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest))
  const args = ['--import', 'tsx', 'scripts/verify-export.ts', folder, '--json']
  const { code, stdout } = await new Promise<{ code: unknown; stdout: string }>((resolve) =>
    execFile(process.execPath, args, { maxBuffer: 1 << 24 }, (error, stdout) =>
      resolve({ code: error?.code ?? 0, stdout }),
    ),
  )
  const told = JSON.parse(stdout)
  expect(told.manifest.versions).toHaveLength(2000)
  expect(told).toMatchObject({ ok: false, faults: [{ file: 'provenance.jsonl' }] })
  expect(code).toBe(1)
})
