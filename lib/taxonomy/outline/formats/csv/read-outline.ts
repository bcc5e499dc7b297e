import { CsvError, parse } from 'csv-parse/sync'
import { type NodeLevel, nodeLevels } from '@/lib/artifacts/kinds/node/content'
import { foldName } from '@/lib/taxonomy/model'
import type { ReadOutline } from '@/lib/taxonomy/outline/model'
import { parseName, RowList } from '@/lib/taxonomy/outline/row-list'

type Line = { record: Record<string, string>; info: { lines: number } }

/** A column for each level and one for notes: a row is the node of its last level that is filled, below those before it. */
export function readOutline(text: string): ReadOutline {
  const list = new RowList()
  let lines: Line[]
  try {
    lines = parse(text, {
      ...{ bom: true, columns: (head: string[]) => head.map((one) => one.trim().toLowerCase()), info: true },
      ...{ skip_empty_lines: true, relax_column_count: true },
    }) as unknown as Line[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number((error as CsvError & { lines?: number }).lines ?? 1)
    return { rows: [], faults: [{ line, code: 'unreadable', text: error.message.slice(0, 120) }] }
  }
  const [first] = lines
  if (first && !nodeLevels.some((level) => level in first.record)) {
    list.fault(1, 'no-columns', Object.keys(first.record).join(', '))
    return list.read()
  }
  const known = new Map<string, number>()
  for (const { record, info } of lines) addPath(list, known, { record, line: info.lines })
  return list.read()
}

function addPath(
  list: RowList,
  known: Map<string, number>,
  { record, line }: { record: Record<string, string>; line: number },
): void {
  const path = nodeLevels.flatMap((level): [NodeLevel, string][] => {
    const said = record[level]?.trim() ?? ''
    return said === '' ? [] : [[level, said]]
  })
  if (path.length === 0) {
    list.fault(line, 'no-name')
    return
  }
  let parent = -1
  for (const [level, said] of path) {
    const name = parseName(said)
    const key = `${parent}\n${level}\n${foldName(name.en || name.zh)}`
    const found = known.get(key) ?? list.add({ parent, level, name, note: '', line })
    known.set(key, found)
    parent = found
  }
  const note = record.note?.trim() ?? ''
  if (note) list.rows[parent]!.note = note
}
