import { nodeLevels } from '@/lib/artifacts/kinds/node/content'
import type { OutlineTree } from '@/lib/taxonomy/outline/model'
import { NO_SUB_FIELD, writeName } from '@/lib/taxonomy/outline/row-list'

const HEAD = '# Two spaces a level: field, sub-field, discipline, subject. A line with > is a note.\n'

export function* writeOutline(fields: Iterable<OutlineTree>): Generator<string> {
  yield HEAD
  for (const field of fields) yield linesOf(field).join('')
}

function linesOf({ level, name, note, nodes }: OutlineTree): string[] {
  const indent = '  '.repeat(nodeLevels.indexOf(level))
  const said = writeName(name)
  const shown = /^[#>\\]|^-$/u.test(said) ? `\\${said}` : said
  const notes = note === '' ? [] : note.split('\n').map((line) => `${indent}  > ${line}\n`)
  const below = nodes.flatMap((node, at) => {
    const isBeside = node.level === 'discipline' && nodes[at - 1]?.level === 'sub-field'
    return isBeside ? [`  ${NO_SUB_FIELD}\n`, ...linesOf(node)] : linesOf(node)
  })
  return [`${indent}${shown}\n`, ...notes, ...below]
}
