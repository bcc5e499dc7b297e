import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownPath } from '@/app/own-path'

describe('where to go after signing in', () => {
  it.each(['/p/harbour/queue?version=1', '/', '/p/a%2F%2Fb'])('is the path asked for: %s', (path) => {
    expect(ownPath(path)).toBe(path)
  })

  it.each([
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/.//elsewhere.example',
    '/a/..//elsewhere.example',
    '/./\\elsewhere.example',
    '/%2e//elsewhere.example',
    'https://elsewhere.example',
    'javascript:alert(1)',
    '//[',
    undefined,
    ['/a', '/b'],
  ])('is never another site: %j', (next) => {
    expect(ownPath(next)).toBe('/')
  })

  it('stays on this site whatever is asked for', () => {
    const part = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '\t',
      '\n',
      '@',
      ':',
      '?',
      '#',
      'elsewhere.example',
      'a',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const path = ownPath(`/${parts.join('')}`)
        expect(new URL(path, 'https://gloss.example').origin).toBe('https://gloss.example')
      }),
      { numRuns: 5000 },
    )
  })
})
