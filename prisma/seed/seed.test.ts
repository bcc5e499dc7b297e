import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { keepFilesApart } from '@/prisma/factories/files'

const folder = keepFilesApart()

async function seed(): Promise<string> {
  const env = { ...process.env, GLOSS_DATA_DIR: folder, LOG_LEVEL: 'error' }
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'prisma/seed/seed.ts'], {
    env,
  })
  return stdout
}

it('makes the example project once, though two processes seed at the same time, and is quick the next time', {
  timeout: 120_000,
}, async () => {
  const said = await Promise.all([seed(), seed()])
  expect(said.filter((output) => output === '')).toHaveLength(1)
  expect(await seed()).toBe('')
  const corpora = await db.corpus.findMany({ orderBy: { language: 'asc' } })
  expect(corpora.map(({ name, language, state }) => [name, language, state])).toEqual([
    ['Harbour news', 'en', 'ready'],
    ['港口新闻', 'zh', 'ready'],
  ])
  expect(corpora.map(({ refusedCount, warningCount }) => [refusedCount, warningCount])).toEqual([
    [0, 0],
    [0, 0],
  ])
  expect(corpora[0]?.instanceCount).toBeGreaterThanOrEqual(80)
  expect(corpora[1]?.instanceCount).toBeGreaterThanOrEqual(40)
  for (const { id, labels } of corpora)
    expect(
      await db.draft.count({ where: { version: { artifact: { corpusId: id } }, state: 'waiting' } }),
    ).toBe((labels as unknown[]).length)
})
