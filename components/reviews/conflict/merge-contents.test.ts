import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Choice,
  conflictsIn,
  mergeContents,
  mergedContent,
} from '@/components/reviews/conflict/merge-contents'
import { guidelineContent } from '@/prisma/factories/reviews'

const base = guidelineContent({
  definition: 'A named ship or boat that carries people or goods.',
  includes: ['ferries and tugs', 'wrecks', 'ships in stories'],
})

const merge = (theirs: object, mine: object, choices: Record<string, Choice> = {}, from: object = base) => {
  const of = { base: from, theirs: { ...from, ...theirs }, mine: { ...from, ...mine } }
  const fields = mergeContents(of)
  return { fields, conflicts: conflictsIn(fields), content: mergedContent(of.theirs, fields, choices) }
}

describe('what two people made of one text', () => {
  test('is merged by itself where they changed different fields, lines and words', () => {
    const { content, conflicts } = merge(
      { definition: 'A named ship, boat or raft that carries people or goods.', excludes: [] },
      {
        definition: 'A named ship or boat that carries people, animals or goods.',
        includes: ['ferries and tugs', 'ships in stories', 'lifeboats'],
      },
    )
    expect(conflicts).toEqual([])
    expect(content).toEqual({
      ...base,
      definition: 'A named ship, boat or raft that carries people, animals or goods.',
      includes: ['ferries and tugs', 'ships in stories', 'lifeboats'],
      excludes: [],
    })
  })

  test('is merged by the words of one line, in Chinese too', () => {
    const from = { includes: ['不包括船上的乘客和货物'] }
    const { content, conflicts } = merge(
      { includes: ['不包括船上的所有乘客和货物'] },
      { includes: ['不包括船上的乘客和全部货物'] },
      {},
      from,
    )
    expect(conflicts).toEqual([])
    expect(content).toEqual({ includes: ['不包括船上的所有乘客和全部货物'] })
  })

  test('keeps both of what each added at the same place of a list, the same thing once', () => {
    const { content, conflicts } = merge(
      { includes: [...base.includes, 'rafts', 'canoes'] },
      { includes: [...base.includes, 'canoes', 'submarines'] },
    )
    expect(conflicts).toEqual([])
    expect(content).toMatchObject({ includes: [...base.includes, 'rafts', 'canoes', 'submarines'] })
  })

  test('waits for a choice where both changed the same words: mine, theirs or both', () => {
    const theirs = { definition: 'A named raft.' }
    const mine = { definition: 'A named canoe.' }
    const from = { definition: 'A named ship.' }
    const { conflicts } = merge(theirs, mine, {}, from)
    expect(conflicts).toEqual(['definition/1'])
    const chosen = (choice: Choice) => merge(theirs, mine, { 'definition/1': choice }, from).content
    expect(chosen('mine')).toEqual(mine)
    expect(chosen('theirs')).toEqual(theirs)
    expect(chosen('both')).toEqual({ definition: 'A named raft. canoe.' })
  })

  test('is one thing or the other where it is no text: a parameter, a transform taken away', () => {
    const from = { transform: { name: 'order', parameters: { by: 'text', down: false } } }
    const both = merge(
      { transform: { name: 'order', parameters: { by: 'label', down: false } } },
      { transform: { name: 'order', parameters: { by: 'text', down: true } } },
      {},
      from,
    )
    expect(both.conflicts).toEqual([])
    expect(both.content).toEqual({ transform: { name: 'order', parameters: { by: 'label', down: true } } })
    const gone = merge(
      { transform: null },
      { transform: { name: 'order', parameters: { by: 'label' } } },
      {},
      from,
    )
    expect(gone.conflicts).toEqual(['transform/0'])
  })

  test('merges a gold by its entries, whatever the order of their names', () => {
    const span = (start: number, label = 'vessel') => ({ start, end: start + 4, label })
    const { content, conflicts } = merge(
      { gold: { spans: [span(0), span(10), span(20)] } },
      { gold: { spans: [{ label: 'vessel', end: 4, start: 0 }, span(10, 'place')] } },
      {},
      { gold: { spans: [span(0), span(10)] } },
    )
    expect(conflicts).toHaveLength(1)
    expect(merge({ gold: 1 }, { gold: 1 }, {}, { gold: 0 }).conflicts).toEqual([])
    expect(content).toMatchObject({ gold: { spans: [span(0), span(10), span(20)] } })
  })

  test('takes words that mean something to the machine for words', () => {
    const from = { definition: 'the constructor of a prototype' }
    const { content } = merge(
      { definition: 'the old constructor of a prototype' },
      { definition: 'the constructor of a valueOf' },
      {},
      from,
    )
    expect(content).toEqual({ definition: 'the old constructor of a valueOf' })
  })
})

const word = fc.constantFrom('ship', 'boat', 'the', '船', 'of', 'raft', '名')
const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
const content = fc.record({ definition: text, includes: fc.array(text, { maxLength: 5 }) })

test('a side that changed nothing leaves the other’s text as it is, and no choice loses a word of who is chosen', () => {
  fc.assert(
    fc.property(content, content, content, (from, theirs, mine) => {
      expect(mergedContent(from, mergeContents({ base: from, theirs: from, mine }), {})).toEqual(mine)
      expect(mergedContent(theirs, mergeContents({ base: from, theirs, mine: from }), {})).toEqual(theirs)
      const fields = mergeContents({ base: from, theirs, mine })
      const all = (choice: Choice) => Object.fromEntries(conflictsIn(fields).map((id) => [id, choice]))
      const kept = textOf(mergedContent(theirs, fields, all('both')))
      const added = (side: typeof from) => wordsIn(side).filter((one) => !wordsIn(from).includes(one))
      for (const one of [...added(mine), ...added(theirs)]) expect(kept).toContain(one)
    }),
  )
})

const textOf = (of: { definition: string; includes: string[] }): string =>
  [of.definition, ...of.includes].join(' ')
const wordsIn = (of: { definition: string; includes: string[] }): string[] => textOf(of).split(' ')
