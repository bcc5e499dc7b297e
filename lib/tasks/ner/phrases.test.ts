import { describe, expect, it } from 'vitest'
import { findCarrier } from '@/lib/formats/find-carrier'
import { phraseLanguages } from '@/lib/tasks/model'
import { nerPhrases } from '@/lib/tasks/ner/phrases'

describe.each(phraseLanguages)('phrases in %s', (language) => {
  const phrases = nerPhrases[language]

  it('say the task in at least eight ways, no two alike', () => {
    expect(new Set(phrases.basic).size).toBeGreaterThanOrEqual(8)
    for (const family of [phrases.basic, phrases.compound, phrases.copying, phrases.absent])
      expect(new Set(family).size).toBe(family.length)
  })

  it('have exactly the slots that the composer fills', () => {
    for (const phrase of [...phrases.basic, ...phrases.compound]) expect(slots(phrase)).toEqual(['{labels}'])
    for (const phrase of phrases.absent) expect(slots(phrase)).toEqual(['{empty}'])
    for (const phrase of phrases.copying) expect(slots(phrase)).toEqual([])
    expect(slots(phrases.guidelines.positive)).toEqual(['{text}', '{mention}'])
    expect(slots(phrases.guidelines.negative)).toEqual(['{text}', '{mention}'])
    for (const ask of findCarrier('json-by-label').wording({})[language].ask)
      expect(slots(ask).every((slot) => ['{group}', '{groups}', '{items}'].includes(slot))).toBe(true)
  })
})

const slots = (phrase: string) => phrase.match(/\{\w+\}/g) ?? []
