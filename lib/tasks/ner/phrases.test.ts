import { describe, expect, it } from 'vitest'
import { findCarrier } from '@/lib/formats/find-carrier'
import { carriers } from '@/lib/formats/model'
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
  })

  it.each(carriers)('give %s the nouns for its slots, and the fields where it asks for records', (name) => {
    const carrier = findCarrier(name)
    const { ask, askRecords, absent = [] } = carrier.wording(carrier.parameters.parse({}))[language]
    const nouns = Object.keys(phrases.nouns).map((noun) => `{${noun}}`)
    for (const sentence of [...ask, ...absent]) expect(nouns).toEqual(expect.arrayContaining(slots(sentence)))
    for (const sentence of askRecords) {
      expect([...nouns, '{fields}']).toEqual(expect.arrayContaining(slots(sentence)))
      expect(slots(sentence)).toContain('{fields}')
    }
  })
})

const slots = (phrase: string) => phrase.match(/\{\w+\}/g) ?? []
