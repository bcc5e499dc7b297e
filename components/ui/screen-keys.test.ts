import { describe, expect, it } from 'vitest'
import { chordOf, isComposing } from '@/components/ui/screen-keys'

type Press = { key: string } & Partial<KeyboardEvent>
const press = (event: Press) => event as KeyboardEvent

describe('the name of a key', () => {
  it.each<[string | null, Press]>([
    ['a', { key: 'a' }],
    ['a', { key: 'A' }],
    ['Shift+a', { key: 'A', shiftKey: true }],
    ['Mod+k', { key: 'k', ctrlKey: true }],
    ['Mod+k', { key: 'k', metaKey: true }],
    ['?', { key: '?', shiftKey: true }],
    ['1', { key: '1' }],
    ['Shift+Enter', { key: 'Enter', shiftKey: true }],
    [null, { key: 'Shift', shiftKey: true }],
    [null, { key: 'Dead' }],
  ])('is %s', (name, event) => {
    expect(chordOf(press(event))).toBe(name)
  })
})

describe('a key that an input method is using', () => {
  it('is told by isComposing or by the code 229', () => {
    expect(isComposing(press({ key: 'a', isComposing: true, keyCode: 65 }))).toBe(true)
    expect(isComposing(press({ key: 'a', isComposing: false, keyCode: 229 }))).toBe(true)
    expect(isComposing(press({ key: 'a', isComposing: false, keyCode: 65 }))).toBe(false)
  })
})
