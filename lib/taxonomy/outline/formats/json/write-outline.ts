import type { OutlineTree } from '@/lib/taxonomy/outline/model'
import { plainTree } from '@/lib/taxonomy/outline/plain-tree'

export function* writeOutline(fields: Iterable<OutlineTree>): Generator<string> {
  yield '{\n"gloss": "taxonomy/1",\n"nodes": ['
  let first = true
  for (const field of fields) {
    yield `${first ? '' : ','}\n${JSON.stringify(plainTree(field), null, 1)}`
    first = false
  }
  yield '\n]\n}\n'
}
