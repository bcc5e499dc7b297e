import { z } from 'zod'

/** Nothing about such a file must be known before it is read. */
export const optionsSchema = z.object({})
export type Options = z.infer<typeof optionsSchema>

/** A mention with the concepts that it names, by their ids: none, one, or several where it is made of several. */
export type Mention = {
  line: number
  start: number
  end: number
  words: string
  type: string
  concepts: string[]
}
/** Concepts are related, not mentions. */
export type ConceptRelation = { line: number; type: string; head: string; tail: string }
export type Abstract = { id: string; title: string; abstract: string }

const TEXT = /^([^|\t]+)\|([a-z])\|(.*)$/

/** The lines of an article: `id|t|title`, `id|a|abstract`, then mentions with six columns and relations with four. */
export function parseText(line: string): { id: string; part: string; text: string } | null {
  const [, id, part, text] = TEXT.exec(line) ?? []
  return id === undefined || part === undefined ? null : { id, part, text: text ?? '' }
}

export function parseMention(line: number, written: string): Mention | null {
  const [, start = '', end = '', words = '', type = '', concepts = ''] = written.split('\t')
  if (!/^\d+$/.test(start) || !/^\d+$/.test(end) || type.trim() === '') return null
  const ids = concepts.split(/[|,;]/).map((id) => id.trim())
  const known = ids.filter((id) => id !== '' && id !== '-' && id !== '-1')
  return { line, start: Number(start), end: Number(end), words, type: type.trim(), concepts: known }
}

export function parseRelation(line: number, written: string): ConceptRelation | null {
  const [, type = '', head = '', tail = ''] = written.split('\t')
  if (type.trim() === '' || /^\d+$/.test(type) || head.trim() === '' || tail.trim() === '') return null
  return { line, type: type.trim(), head: head.trim(), tail: tail.trim() }
}
