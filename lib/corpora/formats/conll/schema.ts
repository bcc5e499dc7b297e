import { z } from 'zod'
import { MAX_LABEL_LENGTH } from '@/lib/corpora/model'

/**
 * How spans are written. IOB2 begins every span with B-; IOB1 only where it touches one of the same label; BIOES (also
 * written BILOU or BMESW) marks ends and single tokens too. These are read alike; the scheme says what deserves a warning. IO has
 * labels without a mark, and what has the same label side by side is one span.
 */
export const tagSchemes = ['iob1', 'iob2', 'bioes', 'io'] as const
export const tagSchemeSchema = z.enum(tagSchemes)
export type TagScheme = z.infer<typeof tagSchemeSchema>

const columnSchema = z.int().min(1).max(100)

/** Columns count from 1. If not told, the token is in the first and the tag in the last. */
export const optionsSchema = z.object({
  scheme: tagSchemeSchema.default('iob2'),
  token: columnSchema.optional(),
  tag: columnSchema.optional(),
})
export type Options = z.infer<typeof optionsSchema>
export type Columns = Pick<Options, 'token' | 'tag'>

/** What a tag does to the span that is open: `inside` and `last` go on with it, `first` and `single` begin another. */
export type Tag = { part: 'outside' } | { part: 'first' | 'inside' | 'last' | 'single'; label: string }

const parts = {
  B: 'first',
  I: 'inside',
  M: 'inside',
  E: 'last',
  L: 'last',
  S: 'single',
  U: 'single',
  W: 'single',
} as const

const OUTSIDE: Tag = { part: 'outside' }

/** Null for what is no tag at all. */
export function parseTag(written: string, scheme?: TagScheme): Tag | null {
  if (written === 'O') return OUTSIDE
  if (scheme === 'io') return isLabel(written) ? { part: 'inside', label: written } : null
  const part = parts[written[0] as keyof typeof parts]
  if (!part || written[1] !== '-' || written.length < 3 || written.length > MAX_LABEL_LENGTH + 2) return null
  const label = written.slice(2)
  return isLabel(label) ? { part, label } : null
}

function isLabel(label: string): boolean {
  return label.trim() !== '' && label.length <= MAX_LABEL_LENGTH && !label.includes('\0')
}

/** A line with columns, between tabs or else between spaces. */
export type Row = { line: number; token: string; tag: string | null }

export function parseRow(line: number, text: string, { token = 1, tag }: Columns = {}): Row {
  const columns = columnsIn(text)
  const written = columns.length > 1 ? columns[tag === undefined ? columns.length - 1 : tag - 1] : undefined
  return { line, token: columns[token - 1] ?? '', tag: written?.replace(/^ +/, '') ?? null }
}

export function columnsIn(text: string): string[] {
  return withoutEnd(text).split(text.includes('\t') ? '\t' : / +/)
}

/** The line without the spaces at its end. An expression for them would begin anew at every space of a long row of them. */
function withoutEnd(text: string): string {
  let end = text.length
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--
  return text.slice(0, end)
}

export function isBlank(text: string): boolean {
  return /^[ \t]*$/.test(text)
}

/** Documents begin with a line of their own, which may carry columns that mean nothing. */
export function isDocumentStart(text: string): boolean {
  return text.startsWith('-DOCSTART-')
}

/** `# id 17 domain=news` between sentences is a remark; `#happy<TAB>O` is a token, and so is anything inside a sentence. */
export function isRemark(text: string, row: Row, atSentenceStart: boolean): boolean {
  if (!atSentenceStart || !text.startsWith('#')) return false
  return row.tag === null || parseTag(row.tag) === null
}
