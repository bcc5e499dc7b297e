import type { PackedFile } from '@/lib/corpora/packing/model'
import { AppError } from '@/lib/platform/errors'

const JUNK = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i
const ABOUT = /(^|\/)(readme|licen[cs]e|copying|notice|changelog|citation|authors)([._-][^/]*)?$/i
const DATA = /\.(jsonl?|ndjson|csv|tsv|txt|conll|conllu|bio|bioes|iob2?|ner|ann|parquet|xml)$/i

/** Is this a file of the corpus, and not about it or left there by a computer? */
export function isDataFile({ name }: Pick<PackedFile, 'name'>): boolean {
  return !JUNK.test(name) && !ABOUT.test(name)
}

/** The file of an archive that is read: the one asked for, else the largest whose name is that of data, else the largest. */
export function chooseEntry(files: readonly PackedFile[], asked?: string): string {
  if (asked !== undefined) {
    if (!files.some(({ name }) => name === asked)) throw entryUnknown(asked, files)
    return asked
  }
  const named = files.filter(({ name }) => DATA.test(name))
  const [largest] = (named.length > 0 ? named : files).toSorted((a, b) => b.bytes - a.bytes)
  if (!largest)
    throw new AppError('invalid', 'There is no file with data in this archive. Nothing was kept.', {
      reason: 'archive-without-data',
    })
  return largest.name
}

export function entryUnknown(entry: string, files: readonly PackedFile[]): AppError {
  const names = files.slice(0, 5).map(({ name }) => `“${name}”`)
  const some = names.length ? `It holds ${names.join(', ')}${files.length > 5 ? ' and others' : ''}.` : ''
  return new AppError('invalid', `There is no file “${entry}” in this archive. ${some}`.trim(), {
    reason: 'entry-unknown',
    params: { entry, names: names.join(', ') || '–' },
  })
}
