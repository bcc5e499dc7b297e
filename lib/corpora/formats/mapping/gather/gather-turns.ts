import type { Selected } from '@/lib/corpora/formats/mapping/gather/model'
import { selectItems, selectWords } from '@/lib/corpora/formats/mapping/gather/select-values'
import type { Mapping } from '@/lib/corpora/formats/mapping/schema'
import { readTurns } from '@/lib/corpora/formats/read-turns'
import type { Fault } from '@/lib/corpora/formats/report-faults'
import type { Turn } from '@/lib/tasks/general/gold'

/** The turns of a conversation: from a list of them, or from an instruction and its output. */
export function gatherTurns(record: Selected, mapping: Mapping, faults: Fault[]): Turn[] {
  const system = selectWords(record, mapping.system)
  const own = mapping.turns?.list
    ? listedTurns(record, mapping.turns, faults)
    : instructedTurns(record, mapping)
  return system?.trim() ? [{ from: 'system', text: system }, ...own] : own
}

function listedTurns(record: Selected, told: NonNullable<Mapping['turns']>, faults: Fault[]): Turn[] {
  const items = selectItems(record, told.list)
  // Without speakers they take turns, and the person begins.
  const listed = items.map((item, at) => ({
    ...(typeof item.value === 'string'
      ? { role: at % 2 === 0 ? 'user' : 'assistant', content: item.value }
      : (item.value as object)),
    ...(told.from && { role: selectWords(item, told.from) }),
    ...(told.text && { content: selectWords(item, told.text) }),
  }))
  const { turns, faults: found } = readTurns(listed, told.list!.replace(/\[\]$/, ''))
  faults.push(...found)
  return turns
}

function instructedTurns(record: Selected, mapping: Mapping): Turn[] {
  const parts = [mapping.instruction, mapping.input].map((path) => selectWords(record, path)?.trim() ?? '')
  const asked = parts.filter((part) => part !== '').join('\n')
  const answered = selectWords(record, mapping.output) ?? ''
  const turns: Turn[] = [
    { from: 'user', text: asked },
    { from: 'assistant', text: answered },
  ]
  return turns.filter(({ text }) => text.trim() !== '')
}
