import {
  MOST_NAME,
  MOST_NOTE,
  type NodeLevel,
  type NodeName,
  nodeLevels,
} from '@/lib/artifacts/kinds/node/content'
import { mayHang } from '@/lib/taxonomy/model'
import {
  MOST_FAULTS,
  MOST_NODES,
  type OutlineFault,
  type OutlineRow,
  type ReadOutline,
} from '@/lib/taxonomy/outline/model'

const NOT_A_LINE = /[\n\r\t|]/u

/** The rows of a file as they are read, each held against what a node may be. */
export class RowList {
  readonly rows: OutlineRow[] = []
  readonly faults: OutlineFault[] = []

  fault(line: number, code: OutlineFault['code'], text = ''): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ line, code, text: text.slice(0, 120) })
  }

  /** Adds a node and gives its number, also where something is wrong with it, so that what hangs below is read. */
  add(row: OutlineRow): number {
    const { level, parent, name, note, line } = row
    const shown = name.en || name.zh
    if (!mayHang(level, parent < 0 ? null : this.rows[parent]!.level)) this.fault(line, 'level', shown)
    if (!shown) this.fault(line, 'no-name')
    if (name.en.length > MOST_NAME || name.zh.length > MOST_NAME || note.length > MOST_NOTE)
      this.fault(line, 'too-long', shown)
    if (NOT_A_LINE.test(name.en) || NOT_A_LINE.test(name.zh)) this.fault(line, 'name-not-a-line', shown)
    if (this.rows.length === MOST_NODES) this.fault(line, 'too-many')
    return this.rows.push(row) - 1
  }

  read(): ReadOutline {
    if (this.rows.length === 0 && this.faults.length === 0) this.fault(0, 'empty')
    return { rows: this.rows, faults: this.faults }
  }
}

const CHINESE = /\p{Script=Han}/u

/** `English | 中文`; a name alone is Chinese when there is a Chinese sign in it. */
export function parseName(text: string): NodeName {
  const [one = '', other] = text.split('|').map((part) => part.trim())
  if (other !== undefined) return { en: one, zh: other }
  return CHINESE.test(one) ? { en: '', zh: one } : { en: one, zh: '' }
}

/** Stands in the place of a sub-field where the disciplines after it belong to the field itself. */
export const NO_SUB_FIELD = '-'

export function writeName({ en, zh }: NodeName): string {
  if (zh === '') return CHINESE.test(en) ? `${en} |` : en
  return en === '' && CHINESE.test(zh) ? zh : `${en} | ${zh}`.trim()
}

/** The level of a node that does not say it: the first that may hang there. */
export function levelBelow(parent: NodeLevel | null): NodeLevel {
  return parent === null ? 'field' : (nodeLevels[nodeLevels.indexOf(parent) + 1] ?? 'subject')
}
