import { stringify } from 'csv-stringify/sync'
import { nodeLevels } from '@/lib/artifacts/kinds/node/content'
import type { OutlineTree } from '@/lib/taxonomy/outline/model'
import { writeName } from '@/lib/taxonomy/outline/row-list'

type Path = Partial<Record<(typeof nodeLevels)[number], string>>

export function* writeOutline(fields: Iterable<OutlineTree>): Generator<string> {
  yield stringify([[...nodeLevels, 'note']])
  for (const field of fields) yield stringify(rowsOf(field, {}))
}

function rowsOf({ level, name, note, nodes }: OutlineTree, above: Path): string[][] {
  const path = { ...above, [level]: writeName(name) }
  return [[...nodeLevels.map((one) => path[one] ?? ''), note], ...nodes.flatMap((node) => rowsOf(node, path))]
}
