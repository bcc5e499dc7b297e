import { expect, it } from 'vitest'
import { foundLines, type Level, linesOf, patchLevels } from '@/components/taxonomy/tree-levels'
import type { NodeView } from '@/lib/taxonomy/schema'

const node = (id: string, path: string, children = 0) =>
  ({ id, path, children, name: { en: id, zh: '' } }) as NodeView
const level = (items: NodeView[], next: string | null = null): Level => ({ items, next, error: null })
const shown = (lines: ReturnType<typeof linesOf>) =>
  lines.map((line) => `${'-'.repeat(line.depth)} ${line.key}`)

const science = node('science', '000001', 2)
const arts = node('arts', '000002', 1)
const physics = node('physics', '000001000001')

it('shows what is open, and where more is to come', () => {
  const levels = new Map([
    ['', level([science, arts])],
    ['science', level([physics], '000001000001')],
  ])
  expect(shown(linesOf(levels, new Set()))).toEqual(['- science', '- arts'])
  expect(shown(linesOf(levels, new Set(['science'])))).toEqual([
    '- science',
    '-- physics',
    '-- more science',
    '- arts',
  ])
  expect(shown(linesOf(levels, new Set(['arts'])))).toEqual(['- science', '- arts', '-- more arts'])
})

it('shows what was found below what stands above it, in the order of the tree', () => {
  const lines = foundLines([
    { items: [arts], above: [] },
    { items: [physics], above: [science] },
  ])
  expect(shown(lines)).toEqual(['- science', '-- physics', '- arts'])
  expect(lines.map((line) => line.kind === 'node' && line.isMatch)).toEqual([false, true, true])
})

it('takes newer states of nodes over and leaves other levels as they are', () => {
  const levels = new Map([
    ['', level([science, arts])],
    ['science', level([physics])],
  ])
  const patched = patchLevels(levels, [{ ...physics, children: 7 }])
  expect(patched.get('science')!.items[0]!.children).toBe(7)
  expect(patched.get('')).toBe(levels.get(''))
})
