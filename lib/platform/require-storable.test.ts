import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requireStorable } from '@/lib/platform/require-storable'

const refused = (value: unknown) => {
  try {
    requireStorable(value, 'body')
  } catch (error) {
    return error
  }
}
const at = (path: string) => ({ code: 'invalid', details: { issues: [{ path }] } })

describe('what can be stored', () => {
  it('is any JSON of whole characters', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value)
        fc.pre(!text.includes('\\u0000') && !/\\ud[89a-f]/i.test(text))
        expect(refused(value)).toBeUndefined()
      }),
    )
  })

  it.each([
    ['\0', 'body'],
    ['whole \ud800 half', 'body'],
    [{ name: 'a\0' }, 'body.name'],
    [{ list: [1, { deep: 'a\udc00' }] }, 'body.list.1.deep'],
    [{ recipe: { 'a\0': 1 } }, 'body.recipe'],
  ])('is not %j', (value, path) => {
    expect(refused(value)).toMatchObject(at(path))
    expect(refused('😀 whole')).toBeUndefined()
  })

  it('is nothing that is nested without end, and no depth exhausts the stack', () => {
    expect(refused(JSON.parse('['.repeat(60) + ']'.repeat(60)))).toBeUndefined()
    expect(refused(JSON.parse('['.repeat(500_000) + ']'.repeat(500_000)))).toMatchObject(at('body'))
  })
})
