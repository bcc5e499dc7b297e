import { nodeLevels } from '@/lib/artifacts/kinds/node/content'
import type { ReadOutline } from '@/lib/taxonomy/outline/model'
import { NO_SUB_FIELD, parseName, RowList } from '@/lib/taxonomy/outline/row-list'

/**
 * A node a line, two spaces or a tab for each level: field, sub-field, discipline, subject. A discipline without a sub-field stands
 * two levels in, after a line with `-` alone where a sub-field comes before it. `> ` begins a line of a note, `#` a remark that nobody reads.
 */
export function readOutline(text: string): ReadOutline {
  const list = new RowList()
  const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u)
  const unit = unitOf(lines)
  const open: number[] = [-1, -1, -1, -1]
  let last = -1
  for (const [at, whole] of lines.entries()) {
    const line = at + 1
    const indent = indentOf(whole)
    const said = whole.trim()
    if (said === '' || said.startsWith('#')) continue
    if (said.startsWith('>')) {
      const row = list.rows[last]
      const noted = said.slice(1).replace(/^ /u, '')
      if (row) row.note = row.note === '' ? noted : `${row.note}\n${noted}`
      else list.fault(line, 'note-first', said)
      continue
    }
    const depth = indent / unit
    const level = nodeLevels[depth]
    if (!level) {
      list.fault(line, 'indent', said)
      continue
    }
    if (said === NO_SUB_FIELD) {
      open.fill(-1, depth)
      continue
    }
    const parent = depth === 0 ? -1 : Math.max(...open.slice(0, depth))
    if (depth > 0 && parent < 0) {
      list.fault(line, 'no-parent', said)
      continue
    }
    last = list.add({ parent, level, name: parseName(said.replace(/^\\/u, '')), note: '', line })
    open[depth] = last
    open.fill(-1, depth + 1)
  }
  return list.read()
}

const SPACES = 2
const DEEPEST = (nodeLevels.length - 1) * SPACES

/** Spaces for each level: two, or four where the file is too deep for two and keeps to four. */
function unitOf(lines: readonly string[]): number {
  const indents = lines.filter((line) => !/^\s*(>|#|$)/u.test(line)).map(indentOf)
  return Math.max(0, ...indents) > DEEPEST && indents.every((indent) => indent % 4 === 0) ? 4 : SPACES
}

function indentOf(line: string): number {
  const white = /^[ \t]*/u.exec(line)![0]
  return [...white].reduce((sum, sign) => sum + (sign === '\t' ? SPACES : 1), 0)
}
