import { describe, expect, it } from 'vitest'
import {
  findNameClashes,
  inheritNames,
  labelNameSchema,
  shownName,
  standingNames,
} from '@/lib/corpora/label-names/model'
import { suggestLabelNames } from '@/lib/corpora/label-names/suggest-label-names'

describe('what people read for a label', () => {
  it('is its name in their language, else the label itself, also where it is called like a property', () => {
    const names = { politicalparty: { zh: '政党' } }
    expect(shownName('politicalparty', names, 'zh')).toBe('政党')
    expect(shownName('politicalparty', names, 'en')).toBe('politicalparty')
    expect(shownName('constructor', names, 'en')).toBe('constructor')
  })

  it('is one line', () => {
    expect(labelNameSchema.safeParse({ en: 'two\nlines' }).success).toBe(false)
    expect(labelNameSchema.safeParse({ en: '  ' }).success).toBe(false)
    expect(labelNameSchema.parse({ en: ' political party ' })).toEqual({ en: 'political party' })
  })
})

describe('two labels that would be read as one', () => {
  it.each([
    ['the same name', { per: { en: 'person' }, human: { en: 'person' } }],
    ['whatever its case and width', { per: { en: 'Person' }, human: { en: 'ｐerson' } }],
    ['the label of another, which is read as itself', { per: { en: 'Human' } }],
  ])('%s', (_case, names) => {
    expect(findNameClashes(['per', 'human'], names)).toMatchObject([
      { language: 'en', labels: ['per', 'human'] },
    ])
  })

  it('are no clash in different languages, with names exchanged, or where only the labels are alike', () => {
    expect(findNameClashes(['per', 'human'], { per: { en: 'person' }, human: { zh: 'person' } })).toEqual([])
    expect(findNameClashes(['a', 'b'], { a: { en: 'b' }, b: { en: 'a' } })).toEqual([])
    expect(findNameClashes(['Ship', 'ship'], { ship: { en: 'ship' } })).toEqual([])
  })

  it('are read as themselves when a fix brings them together, and what falls back does not clash in turn', () => {
    const names = { a: { en: 'b' }, b: { en: 'x', zh: '乙' }, c: { en: 'x' }, gone: { en: 'y' } }
    expect(standingNames(['a', 'b', 'c'], names)).toEqual({ b: { zh: '乙' } })
  })
})

describe('labels that a fix renames', () => {
  const names = { per: { en: 'person' }, human: { en: 'human being' } }
  const labels = ['human', 'per', 'ship']

  it('keep their names, the commonest that has one where several become a new one', () => {
    expect(inheritNames(names, { from: ['per'], to: 'people', labels })).toEqual({
      ...names,
      people: { en: 'person' },
    })
    expect(inheritNames(names, { from: ['per', 'ship', 'human'], to: 'people', labels })).toMatchObject({
      people: { en: 'human being' },
    })
  })

  it('leave the names of a label that was there before alone', () => {
    expect(inheritNames(names, { from: ['per'], to: 'ship', labels })).toEqual(names)
  })
})

describe('suggestions', () => {
  it('fill what is not said, and never make two labels one', () => {
    const names = { politicalparty: { en: 'party' } }
    expect(suggestLabelNames(['politicalparty', 'PER', 'person', 'birthDate', 'ship'], names)).toEqual({
      politicalparty: { zh: '政党' },
      birthDate: { en: 'birth date', zh: '出生日期' },
      ship: { zh: '船舶' },
    })
  })
})
