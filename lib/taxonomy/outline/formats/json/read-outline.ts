import { LineCounter, parseDocument } from 'yaml'
import type { ReadOutline } from '@/lib/taxonomy/outline/model'
import { readNested } from '@/lib/taxonomy/outline/read-nested'

export function readOutline(text: string): ReadOutline {
  try {
    return readNested(JSON.parse(text.replace(/^\uFEFF/u, '')), lineFinder(text))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return {
      rows: [],
      faults: [
        { line: lineOfError(text, error.message), code: 'unreadable', text: error.message.slice(0, 120) },
      ],
    }
  }
}

/** Some of the runtime's messages name a position, others none. */
function lineOfError(text: string, message: string): number {
  const position = /position (\d+)/u.exec(message)?.[1]
  if (position) return text.slice(0, Number(position)).split('\n').length
  if (text.length > MOST_LOOKED_THROUGH) return 0
  const counter = new LineCounter()
  const [error] = parseDocument(text, { lineCounter: counter }).errors
  return error ? counter.linePos(error.pos[0]).line : 0
}

const MOST_LOOKED_THROUGH = 4_000_000

/** JSON is YAML: where something stands is asked of the reader that knows lines, once, and not in a very long file. */
function lineFinder(text: string) {
  let known: ((path: readonly (string | number)[]) => number) | null = null
  return (path: readonly (string | number)[]): number => {
    if (text.length > MOST_LOOKED_THROUGH) return 0
    known ??= linesOf(text)
    return known(path)
  }
}

function linesOf(text: string): (path: readonly (string | number)[]) => number {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  return (path) => {
    const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined
    return node?.range ? counter.linePos(node.range[0]).line : 0
  }
}
