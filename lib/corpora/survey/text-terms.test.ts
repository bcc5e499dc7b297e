import { describe, expect, it } from 'vitest'
import { findHits } from '@/lib/corpora/survey/find-hits'
import { holdsAll, parseSearch } from '@/lib/corpora/survey/parse-search'
import { termsOf } from '@/lib/corpora/survey/text-terms'
import { sliceCodePoints } from '@/lib/tasks/model'

const terms = (text: string) => [...new Set(termsOf(text))].sort()

describe('the terms of a text', () => {
  it('are its words, whatever their case and width', () => {
    expect(terms('The ＰＥＴＲＥＬ left; the petrel’s crew of 12.')).toEqual(
      ['12', 'crew', 'left', 'of', 'petrel', 's', 'the'].sort(),
    )
    expect(terms('Ärzte naïve Ελλάδα')).toEqual(['naïve', 'ärzte', 'ελλάδα'].sort())
  })

  it('are every character and every two neighbours where no spaces are written', () => {
    expect(terms('港口A区')).toEqual(['a', '区', '口', '港', '港口'].sort())
    expect(terms('한국 ですか')).toEqual(['す', 'すか', 'か', 'で', 'です', '국', '한', '한국'].sort())
  })

  it('keep characters beyond the first plane whole, and cut words that no one types', () => {
    expect(terms('𠮷野')).toEqual(['𠮷', '𠮷野', '野'].sort())
    expect([...termsOf('x'.repeat(300))]).toEqual(['x'.repeat(64)])
    expect(terms('🚢 … !')).toEqual([])
  })
})

describe('a search', () => {
  it('asks for every word, and for phrases in the text itself', () => {
    expect(parseSearch('Grey  PETREL')).toMatchObject({ terms: ['grey', 'petrel'], inText: [] })
    expect(parseSearch('"Grey  Petrel" left')).toMatchObject({
      terms: ['grey', 'petrel', 'left'],
      inText: ['grey petrel'],
    })
    expect(parseSearch('  ')).toBeNull()
  })

  it('asks for two Chinese characters by the index alone, for more of them by their neighbours and the text', () => {
    expect(parseSearch('港口')).toMatchObject({ terms: ['港口'], inText: [] })
    expect(parseSearch('港')).toMatchObject({ terms: ['港'], inText: [] })
    expect(parseSearch('港口区')).toMatchObject({ terms: ['港口', '口区'], inText: ['港口区'] })
  })

  it('asks the text for what the index does not hold: signs, and words glued together', () => {
    expect(parseSearch('U.S.')).toMatchObject({ terms: ['u', 's'], inText: ['u.s.'] })
    expect(parseSearch('->')).toMatchObject({ terms: [], inText: ['->'] })
    const search = parseSearch('港口区')!
    expect(holdsAll('在港口区内', search)).toBe(true)
    expect(holdsAll('港口和口区', search)).toBe(false)
    expect(holdsAll('the  Grey\nPetrel', parseSearch('"grey petrel"')!)).toBe(true)
  })
})

describe('the hits of a search', () => {
  const marked = (text: string, query: string) =>
    findHits(text, parseSearch(query)!.needles).map(({ start, end }) => sliceCodePoints(text, start, end))

  it('are whole words, phrases over line ends, and characters within words', () => {
    expect(marked('🚢 The Petrel and petrels', 'petrel')).toEqual(['Petrel'])
    expect(marked('the Grey\n Petrel, grey', '"grey petrel" grey')).toEqual(['Grey\n Petrel', 'grey'])
    expect(marked('𠮷港口区港口', '港口')).toEqual(['港口', '港口'])
  })

  it('stand right where folding changes the length of a text', () => {
    expect(marked('ﬁne ﬁsh', 'fish')).toEqual(['ﬁsh'])
    expect(marked('İstanbul (a+b) x', '(a+b)')).toEqual(['(a+b)'])
  })
})
