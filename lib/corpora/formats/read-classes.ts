import { checkLabel, checkText } from '@/lib/corpora/formats/check-text'
import { error, type Fault } from '@/lib/corpora/formats/report-faults'
import { MAX_LABEL_LENGTH, type NewInstance } from '@/lib/corpora/model'

/** A text and its classes, or what is wrong with them. `key` is where the record lists them; `multi`: can a text have several? */
export function readClasses(
  text: unknown,
  listed: readonly unknown[],
  { key, multi }: { key: string; multi: boolean },
): { instance: NewInstance; faults: readonly never[] } | { instance: null; faults: readonly Fault[] } {
  if (typeof text !== 'string')
    return refuse([
      error('text-missing', '“text” is missing or no string: a text is expected.', { keys: 'text' }),
    ])
  const names = listed.map((label) => (isPlainValue(label) ? String(label) : null))
  const faults = [...checkText(text), ...names.flatMap((name, i) => classFaults(name, `${key}[${i}]`))]
  if (faults.length > 0) return refuse(faults)
  const labels = [...new Set(names as string[])].sort()
  if (labels.length === 0 && !multi)
    return refuse([
      error('gold-missing', `“${key}” names no class: a text that nobody labelled is not gold.`, {
        keys: key,
      }),
    ])
  const gold = { labels, multi: multi || labels.length > 1 }
  return { instance: { text, gold, labels }, faults: [] }
}

function refuse(faults: readonly Fault[]) {
  return { instance: null, faults }
}

function isPlainValue(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function classFaults(name: string | null, place: string): Fault[] {
  if (name === null)
    return [error('class-malformed', `${place} is no class: a string is expected.`, { at: place })]
  if (name.length > MAX_LABEL_LENGTH)
    return [
      error('label-too-long', `${place}: a label has at most ${MAX_LABEL_LENGTH} characters.`, {
        at: place,
        limit: MAX_LABEL_LENGTH,
      }),
    ]
  return checkLabel(name, place)
}
