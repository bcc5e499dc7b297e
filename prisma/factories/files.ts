import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

/** Lets a test file keep its files apart and throws them away afterwards. Called at the top of the file, before any work. */
export function keepFilesApart(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gloss-test-'))
  process.env.GLOSS_DATA_DIR = folder
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
