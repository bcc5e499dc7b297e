import { stringify } from 'yaml'
import type { OutlineTree } from '@/lib/taxonomy/outline/model'
import { plainTree } from '@/lib/taxonomy/outline/plain-tree'

export function* writeOutline(fields: Iterable<OutlineTree>): Generator<string> {
  yield 'gloss: taxonomy/1\nnodes:\n'
  for (const field of fields) yield stringify([plainTree(field)], { lineWidth: 0, indentSeq: false })
}
