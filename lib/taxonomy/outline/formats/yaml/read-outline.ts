import { LineCounter, parseDocument } from 'yaml'
import type { ReadOutline } from '@/lib/taxonomy/outline/model'
import { readNested } from '@/lib/taxonomy/outline/read-nested'

export function readOutline(text: string): ReadOutline {
  const lineCounter = new LineCounter()
  // No aliases: a short text could stand for a tree without end.
  const document = parseDocument(text, { lineCounter, schema: 'core', strict: true })
  const [error] = document.errors
  if (error) {
    const line = lineCounter.linePos(error.pos[0]).line
    return { rows: [], faults: [{ line, code: 'unreadable', text: error.message.slice(0, 120) }] }
  }
  return readNested(document.toJS({ maxAliasCount: 0 }), (path) => {
    const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined
    return node?.range ? lineCounter.linePos(node.range[0]).line : 0
  })
}
