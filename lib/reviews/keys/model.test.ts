import { describe, expect, it } from 'vitest'
import {
  canHaveKey,
  chordSchema,
  clashOf,
  commandGroups,
  type DeskCommand,
  deskCommandNames,
  deskCommands,
  keyMapOf,
  withKeys,
} from '@/lib/reviews/keys/model'

describe('the keys that commands come with', () => {
  it('are theirs alone where they work, and may be chosen', () => {
    const keys = keyMapOf({})
    for (const name of deskCommandNames) {
      expect([name, clashOf(keys, name, keys[name])]).toEqual([name, null])
      expect(chordSchema.safeParse(deskCommands[name].key).success).toBe(true)
      expect(canHaveKey(name, deskCommands[name].key)).toBeNull()
    }
  })

  it('are listed under one heading each', () => {
    expect(Object.values(commandGroups).flat().sort()).toEqual([...deskCommandNames].sort())
  })
})

describe('a key for a command', () => {
  it.each<[DeskCommand, string, string | null]>([
    ['approve', 'f', null],
    ['approve', 'ф', null],
    ['approve', 'Shift+Enter', null],
    ['choice1', '&', null],
    ['approve', 'Escape', 'key-leads-out'],
    ['approve', 'g', 'key-of-gloss'],
    ['approve', '?', 'key-of-gloss'],
    ['approve', 'ArrowDown', 'key-of-gloss'],
    ['approve', 'Space', 'key-moves'],
    ['approve', 'Tab', 'key-moves'],
    ['approve', 'Mod+w', 'key-of-browser'],
    ['approve', 'Alt+a', 'key-of-browser'],
    ['approve', 'F5', 'key-of-browser'],
    ['save', 'w', 'key-types'],
    ['save', 'Mod+t', 'key-types'],
    ['save', 'Mod+k', 'key-of-gloss'],
    ['save', 'Mod+s', null],
    ['leave', "Mod+'", null],
    ['back', 'x', 'key-types'],
  ])('%s by %s: %s', (name, key, reason) => {
    expect(canHaveKey(name, key)?.reason ?? null).toBe(reason)
  })

  it.each(['A', 'Mod+', 'a b', '', 'Shift', 'x'.repeat(9), 'Enter'.repeat(6)])('“%s” is none', (key) => {
    const isKey = chordSchema.safeParse(key).success
    expect(isKey && canHaveKey('approve', key) === null).toBe(false)
  })

  it('clashes only where both commands work', () => {
    const keys = keyMapOf({})
    expect(clashOf(keys, 'approve', 'j')).toBe('next')
    expect(clashOf(keys, 'wrong', 'm')).toBeNull()
    expect(clashOf(keys, 'merge', 'n')).toBe('nextDispute')
    expect(clashOf(keyMapOf({ next: 'l' }), 'approve', 'j')).toBeNull()
  })

  it('is not kept where the command comes with it', () => {
    expect(withKeys({ approve: 'f', skip: 'd' }, { approve: 'a', undo: 'u', skip: null })).toEqual({
      undo: 'u',
    })
  })
})
