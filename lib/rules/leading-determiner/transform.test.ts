import { describe, expect, it } from 'vitest'
import { mentionsIn, obey, placeOf } from '@/prisma/factories/obeyed-answers'

const words = ['the', 'a', 'an', "l'"]
const partyIn = (text: string, party: string) => ({ text, gold: mentionsIn(text, [[party, 'party']]) })

describe('a leading determiner', () => {
  it.each([
    ['He left the Greens .', 'Greens', 'the Greens'],
    ['The Greens won .', 'Greens', 'The Greens'],
    ['He met THE  Greens .', 'Greens', 'THE  Greens'],
    ["Il aime l’ and l'Oise .", 'Oise', "l'Oise"],
    ['🚢 the Greens', 'Greens', 'the Greens'],
    ['They bathe Greens .', 'Greens', 'Greens'],
    ['the big Greens', 'Greens', 'Greens'],
    ['the The Sunflower', 'The Sunflower', 'the The Sunflower'],
  ])('in “%s” is taken into “%s”: “%s”', (text, party, included) => {
    const { changed, answer } = obey('leading-determiner', { mode: 'include', words }, partyIn(text, party))
    expect(answer).toEqual({ party: [included] })
    expect(changed).toBe(included !== party)
  })

  it.each([
    ['The Sunflower', 'Sunflower'],
    ['the a Sunflower', 'Sunflower'],
    ['Theatre', 'Theatre'],
    ['the', 'the'],
    ["l'Oise", 'Oise'],
  ])('is left out of “%s”: “%s”', (party, bare) => {
    const { answer } = obey(
      'leading-determiner',
      { mode: 'drop', words },
      partyIn(`${party} opened .`, party),
    )
    expect(answer).toEqual({ party: [bare] })
  })

  it('makes one of two mentions that become the same', () => {
    const text = 'the Greens won'
    const gold = mentionsIn(text, [
      ['the Greens', 'party'],
      ['Greens', 'party'],
    ])
    expect(obey('leading-determiner', { mode: 'include', words }, { text, gold }).answer).toEqual({
      party: ['the Greens'],
    })
  })

  it('of an entity changes only for the relations in scope', () => {
    const text = 'The Nile feeds the lake and crosses the plain .'
    const at = (name: string) => ({ ...placeOf(text, name), label: 'place' })
    const gold = {
      entities: [at('Nile'), at('lake'), at('plain')],
      relations: [
        { type: 'feeds', head: 0, tail: 1 },
        { type: 'crosses', head: 0, tail: 2 },
      ],
    }
    const given = { text, gold, form: 're' as const, labels: ['feeds'] }
    expect(obey('leading-determiner', { mode: 'include', words }, given).answer).toEqual({
      feeds: [{ head: 'The Nile', tail: 'the lake' }],
      crosses: [{ head: 'Nile', tail: 'plain' }],
    })
  })

  it('is no matter for a mention in several pieces', () => {
    const text = 'the left and right arm'
    const gold = {
      spans: [
        {
          start: 4,
          end: 22,
          fragments: [
            [4, 8],
            [19, 22],
          ],
          label: 'limb',
        },
      ],
    }
    expect(obey('leading-determiner', { mode: 'include', words }, { text, gold }).changed).toBe(false)
  })
})
