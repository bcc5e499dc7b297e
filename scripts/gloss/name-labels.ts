import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { isSameName, type LabelName, type NameChange } from '@/lib/corpora/label-names/model'
import { listLabelNamesEndpoint, type NamedLabel, nameLabelsEndpoint } from '@/lib/corpora/label-names/schema'
import { phraseLanguages } from '@/lib/tasks/model'
import { usageFailure } from './failure'
import { findCorpora } from './find-corpus'
import type { Outcome } from './outcome'
import { call, type Server } from './server'

type Place = { project: string; corpus: string }

/** The labels with their names as CSV, which `importLabelNames` reads; with suggestions for what has none, if asked. */
export async function listLabelNames(
  server: Server,
  { suggest, ...place }: Place & { suggest?: boolean },
): Promise<Outcome> {
  const { corpus, params } = await placeOf(server, place)
  const { items } = await call(server, listLabelNamesEndpoint, { params })
  const labels = items.map((one) => (suggest ? { ...one, name: { ...one.suggested, ...one.name } } : one))
  return { result: { corpusId: corpus.id, labels }, lines: [asCsv(labels)] }
}

/** Gives labels the names of a file. A label or a language that the file does not have keeps its names; an empty one loses them. */
export async function importLabelNames(server: Server, file: string, place: Place): Promise<Outcome> {
  const rows = readNames(file)
  const { corpus, params } = await placeOf(server, place)
  const known = await call(server, listLabelNamesEndpoint, { params })
  const was = new Map(known.items.map(({ label, name }) => [label, name]))
  const changes = rows
    .map((row) => changeOf(row, was.get(row.label) ?? {}))
    .filter((change) => !was.has(change.label) || !isSameName(change.name, change.was))
  if (changes.length === 0)
    return { result: { corpusId: corpus.id, changed: 0 }, lines: [`${corpus.name}: nothing to change.`] }
  await call(server, nameLabelsEndpoint, {
    params,
    body: { changes },
  })
  return {
    result: { corpusId: corpus.id, changed: changes.length },
    lines: [`${corpus.name}: ${changes.length} of ${known.items.length} labels got other names.`],
  }
}

async function placeOf(server: Server, { project, corpus: word }: Place) {
  const [corpus] = await findCorpora(server, { project, words: [word] })
  return { corpus: corpus!, params: { project, corpus: corpus!.id } }
}

function asCsv(labels: readonly NamedLabel[]): string {
  const rows = labels.map(({ label, name }) => ({ label, en: name.en ?? '', zh: name.zh ?? '' }))
  return stringify(rows, { header: true, columns: ['label', ...phraseLanguages] }).trimEnd()
}

const rowSchema = z.object({ label: z.string().min(1), en: z.string().optional(), zh: z.string().optional() })
type Row = z.infer<typeof rowSchema>

function changeOf(row: Row, was: LabelName): Required<NameChange> {
  const said = phraseLanguages.map((language) => {
    const words = row[language] ?? was[language]
    return [language, words?.trim() ? words : undefined]
  })
  return { label: row.label, name: Object.fromEntries(said), was }
}

/** Rows of a CSV file with a heading, or of a JSON list; `{"label": {"en": "…", "zh": "…"}}` does as well. */
function readNames(file: string): Row[] {
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '')
  const isJson = /^\s*[[{]/.test(text)
  try {
    const rows: unknown = isJson
      ? rowsOf(JSON.parse(text))
      : parse(text, { columns: true, skip_empty_lines: true, trim: true })
    return rowSchema.array().min(1).parse(rows)
  } catch {
    throw usageFailure(
      `${file} has no names: it takes CSV with the columns label, en, zh, or the same as JSON.`,
    )
  }
}

function rowsOf(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value
  return Object.entries(value).map(([label, name]: [string, unknown]) => ({ label, ...(name as object) }))
}
