import { expect, it } from 'vitest'
import { keepLatest } from '@/lib/platform/keep-latest'

it('makes each thing once as long as it is among the latest, and again what failed', async () => {
  const made: string[] = []
  const keep = keepLatest<string>(2)
  const ask = (key: string) =>
    keep(key, async () => {
      made.push(key)
      if (made.length === 4) throw new Error('lost')
      return key
    })
  expect(await Promise.all([ask('a'), ask('b'), ask('a')])).toEqual(['a', 'b', 'a'])
  await ask('c')
  await ask('a')
  expect(made).toEqual(['a', 'b', 'c'])
  await expect(ask('b')).rejects.toThrow('lost')
  expect(await ask('b')).toBe('b')
  expect(made).toEqual(['a', 'b', 'c', 'b', 'b'])
})
