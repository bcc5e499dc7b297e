import { codePointLength } from '@/lib/tasks/model'

/** Words as they stand in a text, and the code point where they start. */
export type Located = { text: string; start: number }

/** Every place where words stand in a text exactly, overlapping ones too; if there is none, where only the space in them differs. */
export function locateWords(text: string, words: string): Located[] {
  const count = counter(text)
  const exact = findAll(text, words).map((unit) => ({ text: words, start: count(unit) }))
  return exact.length > 0 ? exact : locateSpaced(text, words)
}

function findAll(text: string, words: string): number[] {
  const found: number[] = []
  if (words !== '')
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at)
  return found
}

/** What is no ink: white space, and the marks of no width that programs leave behind. */
const SPACE = /[\s\u200b\u2060\ufeff]+/gu

function locateSpaced(text: string, words: string): Located[] {
  const bare = text.replace(SPACE, '')
  const sought = words.replace(SPACE, '')
  const places = findAll(bare, sought)
  if (places.length === 0) return []
  const units = inkOf(text)
  const count = counter(text)
  return places.map((place) => {
    const unit = units[place]!
    const end = units[place + sought.length - 1]! + 1
    return { text: text.slice(unit, end), start: count(unit) }
  })
}

/** The UTF-16 units of a text that are ink, in order. */
function inkOf(text: string): number[] {
  const units: number[] = []
  let from = 0
  for (const { 0: space, index } of text.matchAll(SPACE)) {
    for (let unit = from; unit < index; unit++) units.push(unit)
    from = index + space.length
  }
  for (let unit = from; unit < text.length; unit++) units.push(unit)
  return units
}

/** Brings growing offsets in UTF-16 units to code points, each stretch of the text counted once. */
function counter(text: string): (unit: number) => number {
  let before = { unit: 0, point: 0 }
  return (unit) => {
    before = { unit, point: before.point + codePointLength(text.slice(before.unit, unit)) }
    return before.point
  }
}
