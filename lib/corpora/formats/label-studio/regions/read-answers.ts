import type { Region } from '@/lib/corpora/formats/label-studio/schema'

const classTypes = new Set(['choices', 'taxonomy', 'rating'])

/** Is this said of the whole text, and not of a region of it? */
function isOfText({ value }: Region): boolean {
  return value !== undefined && !('start' in value)
}

export function isClass(region: Region): boolean {
  return classTypes.has(region.type ?? '') && isOfText(region)
}

export function isWritten(region: Region): boolean {
  return region.type === 'textarea' && isOfText(region)
}

/** The classes that a choice, a place in a taxonomy or a rating names. Of a taxonomy: the way to it, from the top. */
export function classesOf({ value = {} }: Region): unknown[] {
  if (Array.isArray(value.choices)) return value.choices
  if (Array.isArray(value.taxonomy))
    return value.taxonomy.map((path) => (Array.isArray(path) ? path.join(' > ') : path))
  return value.rating === undefined ? [] : [value.rating]
}

/** What was written in answer to the text. */
export function writtenIn({ value = {} }: Region): string {
  const lines = Array.isArray(value.text) ? value.text : [value.text]
  return lines.filter((line) => typeof line === 'string').join('\n')
}
