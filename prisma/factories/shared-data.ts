import { existsSync } from 'node:fs'
import path from 'node:path'

/** The folder with real corpora, where there is one. Without it their tests are skipped, and this says so. */
export function findSharedData(): string | null {
  const folder = process.env.GLOSS_SHARED_DATA ?? path.resolve('../shared/data')
  if (existsSync(folder)) return folder
  console.warn(`No real corpora in ${folder} (GLOSS_SHARED_DATA): their tests are skipped.`)
  return null
}
