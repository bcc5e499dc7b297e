import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type NodeLevel, nodeLevels } from '@/lib/artifacts/kinds/node/content'
import { levelsBelow } from '@/lib/taxonomy/model'
import { findFormat } from '@/lib/taxonomy/outline/formats/find-format'
import { type OutlineRow, type OutlineTree, outlineFormats } from '@/lib/taxonomy/outline/model'

const sign = fc.constantFrom(...'abcXYZ 019#>\\-:"\',{}[]&*!%@é中文化学（）。')
const words = fc.string({ unit: sign, maxLength: 12 }).map((text) => text.replace(/\s+/gu, ' ').trim())
const names = fc.record({ en: words, zh: words }).filter(({ en, zh }) => en !== '' || zh !== '')
const notes = fc.array(words, { maxLength: 3 }).map((lines) => lines.join('\n').trim())

const treeAt = (level: NodeLevel): fc.Arbitrary<OutlineTree> =>
  fc.record({
    level: fc.constant(level),
    name: names,
    note: notes,
    nodes: levelsBelow(level).length
      ? fc
          .array(fc.oneof(...levelsBelow(level).map((one) => fc.constant(one))), { maxLength: 3 })
          .chain((levels) => fc.tuple(...levels.map(treeAt)))
      : fc.constant([]),
  })

/** What a reader found, as the tree that it stands for. */
function treeOf(rows: readonly OutlineRow[]): OutlineTree[] {
  const nodes = rows.map(({ level, name, note }): OutlineTree => ({ level, name, note, nodes: [] }))
  for (const [at, { parent }] of rows.entries()) if (parent >= 0) nodes[parent]!.nodes.push(nodes[at]!)
  return nodes.filter((_, at) => rows[at]!.parent < 0)
}

/** Siblings of one name are one node in a table; in trees of people there are none. */
function hasTwins(trees: readonly OutlineTree[]): boolean {
  const seen = trees.map(
    ({ level, name }) => `${level} ${(name.en || name.zh).normalize('NFKC').toLowerCase()}`,
  )
  return new Set(seen).size < seen.length || trees.some(({ nodes }) => hasTwins(nodes))
}

describe.each(outlineFormats)('a tree as %s', (format) => {
  it('comes back as it was written', async () => {
    const { readOutline, writeOutline } = await findFormat(format)
    fc.assert(
      fc.property(fc.array(treeAt('field'), { minLength: 1, maxLength: 3 }), (trees) => {
        fc.pre(!hasTwins(trees))
        const { rows, faults } = readOutline([...writeOutline(trees)].join(''))
        expect(faults).toEqual([])
        expect(treeOf(rows)).toEqual(trees)
      }),
      { numRuns: 60 },
    )
  })
})

const faultsOf = async (format: (typeof outlineFormats)[number], text: string) =>
  (await findFormat(format)).readOutline(text).faults.map(({ line, code }) => [line, code])

describe('what is wrong with a file', () => {
  it('is told by line in indented text', async () => {
    const text = 'Science\n   Physics\n        Optics\n      Waves\n> first\n\nArts\n        Painting\n'
    expect(await faultsOf('text', text)).toEqual([
      [2, 'indent'],
      [3, 'indent'],
      [4, 'level'],
      [8, 'indent'],
    ])
    expect(await faultsOf('text', '> note\n  Physics\n')).toEqual([
      [1, 'note-first'],
      [2, 'no-parent'],
    ])
    expect(await faultsOf('text', '# nothing\n')).toEqual([[0, 'empty']])
  })

  it('is told by line in JSON and YAML', async () => {
    expect(await faultsOf('json', '{\n"nodes": [\n{"name": "A",\n}]}')).toEqual([[4, 'unreadable']])
    expect(await faultsOf('json', '{\n"nodes": [\n{"name": "A"},\n{"name": 7}\n]}')).toEqual([[4, 'shape']])
    expect(await faultsOf('yaml', 'nodes:\n- name: A\n  nodes:\n  - level: subject\n    name: B\n')).toEqual([
      [4, 'level'],
    ])
    expect(await faultsOf('yaml', 'nodes: [a, b\nc: "')).toEqual([[expect.any(Number), 'unreadable']])
    expect(await faultsOf('json', '"a text"')).toEqual([[1, 'shape']])
  })

  it('is told by line in CSV', async () => {
    expect(await faultsOf('csv', 'field,subject\nScience,\nScience,Optics\n')).toEqual([[3, 'level']])
    expect(await faultsOf('csv', 'name,note\nScience,\n')).toEqual([[1, 'no-columns']])
    expect(await faultsOf('csv', `field,note\n${'long '.repeat(40)},\n`)).toEqual([[2, 'too-long']])
  })
})

it('reads four spaces a level where a file is too deep for two', async () => {
  const { readOutline } = await findFormat('text')
  const { rows, faults } = readOutline('A\n    B\n        C\n            D\n')
  expect(faults).toEqual([])
  expect(rows.map(({ level }) => level)).toEqual([...nodeLevels])
})
