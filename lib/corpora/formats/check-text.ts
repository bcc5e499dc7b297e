import { error, type Fault } from '@/lib/corpora/formats/report-faults'

const UNUSUAL = /[\0\ud800-\udfff]/

/** Does a string hold something that needs a second look: a NUL, or characters of two units? Most texts do not. */
export function isUnusual(text: string): boolean {
  return UNUSUAL.test(text)
}

/** Is there a text, and can the database hold it? `place` is its name in the record. */
export function checkText(text: string, place = '“text”'): Fault[] {
  const faults = isUnusual(text) ? checkCharacters(text, place) : []
  if (text.trim() === '') faults.push(error('text-empty', 'The text holds nothing but space.'))
  return faults
}

/** Can the database hold it? */
export function checkCharacters(text: string, place: string): Fault[] {
  if (text.includes('\0')) return [error('nul-character', `${place} holds a NUL character.`, { at: place })]
  if (/\p{Surrogate}/u.test(text))
    return [error('half-character', `${place} holds half of a character (a lone surrogate).`, { at: place })]
  return []
}

/** A label must say something and be storable. */
export function checkLabel(label: string, place: string): Fault[] {
  if (label.trim() === '') return [error('label-empty', `${place}: its label is empty.`, { at: place })]
  return isUnusual(label) ? checkCharacters(label, `${place}.label`) : []
}
