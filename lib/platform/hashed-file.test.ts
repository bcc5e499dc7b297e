import { readFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sha256 } from '@/lib/platform/hash'
import { openHashedFile } from '@/lib/platform/hashed-file'

const folder = path.join(process.env.GLOSS_DATA_DIR!, 'files')

it('holds what was written, in order, whatever the sizes, and knows its bytes and hash', async () => {
  const unit = fc.constantFrom('a', 'é', '澜', '🚢', '\n', '\u2028')
  const size = fc.oneof(fc.nat(50), fc.nat(300_000), fc.constantFrom(174_762, 174_763, 524_288, 600_000))
  const texts = fc.array(
    fc.tuple(unit, size, fc.boolean()).map(([one, times, isLine]) => ({ text: one.repeat(times), isLine })),
    { maxLength: 12 },
  )
  await fc.assert(
    fc.asyncProperty(texts, async (parts) => {
      const file = await openHashedFile('runs/x')
      for (const { text, isLine } of parts) await (isLine ? file.writeLine(text) : file.write(text))
      const written = await file.commit()
      const content = await readFile(path.join(folder, 'runs/x'))
      expect(
        content.equals(Buffer.from(parts.map(({ text, isLine }) => (isLine ? `${text}\n` : text)).join(''))),
      ).toBe(true)
      expect(written).toEqual({ key: 'runs/x', bytes: content.length, sha256: sha256(content) })
    }),
    { numRuns: 40 },
  )
})

it('leaves nothing when it is discarded', async () => {
  const file = await openHashedFile('runs/y')
  await file.write('half')
  await file.discard()
  await expect(readFile(path.join(folder, 'runs/y'))).rejects.toThrow('ENOENT')
})
