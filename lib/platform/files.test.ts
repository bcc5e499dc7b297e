import { existsSync, readdirSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { expect, it } from 'vitest'
import { files } from '@/lib/platform/files'
import { keepFilesApart } from '@/prisma/factories/files'

const folder = path.join(keepFilesApart(), 'files', 'corpora')

it('sweeps what was begun long ago and never committed, and nothing else', async () => {
  const whole = await files().write('corpora/whole')
  await pipeline([Buffer.from('whole')], whole.stream)
  await whole.commit()
  for (const key of ['corpora/lost', 'corpora/arriving']) {
    const begun = await files().write(key)
    await pipeline([Buffer.from('half')], begun.stream)
  }
  const yesterday = new Date(Date.now() - 2 * 86_400_000)
  for (const name of readdirSync(folder))
    if (!name.startsWith('arriving')) utimesSync(path.join(folder, name), yesterday, yesterday)

  expect(await files().sweepParts(new Date(Date.now() - 86_400_000))).toBe(1)
  const left = readdirSync(folder)
  expect(left.filter((name) => name.includes('.part-'))).toEqual([expect.stringMatching(/^arriving\.part-/)])
  expect(existsSync(path.join(folder, 'whole'))).toBe(true)
  expect(await files().sweepParts(new Date(Date.now() - 86_400_000))).toBe(0)
})
