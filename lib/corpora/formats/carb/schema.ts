import { z } from 'zod'

/** Nothing about such a file must be known before it is read. */
export const optionsSchema = z.object({})
export type Options = z.infer<typeof optionsSchema>

/** A row: a sentence, and one statement that it makes. Two to seven parts; an argument that is left empty is ''. */
export type Row = { line: number; sentence: string; predicate: string; arguments: string[] }

const MAX_ARGUMENTS = 6

/** The row of a line, or what is wrong with it. */
export function parseRow(line: number, written: string): Row | 'row-too-short' | 'row-too-long' {
  const [sentence = '', predicate = '', ...rest] = written.split('\t').map((cell) => cell.trim())
  while (rest.at(-1) === '') rest.pop()
  if (sentence === '' || predicate === '' || rest.every((one) => one === '')) return 'row-too-short'
  if (rest.length > MAX_ARGUMENTS) return 'row-too-long'
  return { line, sentence, predicate, arguments: rest }
}
