import { checkCharacters } from '@/lib/corpora/formats/check-text'
import type { Fault } from '@/lib/corpora/formats/report-faults'
import type { Turn } from '@/lib/tasks/general/gold'

/** What stands beside a conversation and opens it: what the system says, and the tools that can be called, as they are written. */
export function readOpening(given: Record<string, unknown>): { turns: Turn[]; faults: Fault[] } {
  const turns = Object.entries(given).flatMap(([key, value]) => {
    const text = textOf(value)
    return text.trim() === '' ? [] : [{ key, text }]
  })
  return {
    turns: turns.map(({ text }) => ({ from: 'system', text })),
    faults: turns.flatMap(({ key, text }) => checkCharacters(text, `“${key}”`)),
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value === '[]' ? '' : value
  const isNone = value === null || value === undefined || (Array.isArray(value) && value.length === 0)
  return isNone ? '' : JSON.stringify(value)
}
