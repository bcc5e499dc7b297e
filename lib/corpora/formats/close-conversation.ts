import { error, type Fault, warning } from '@/lib/corpora/formats/report-faults'
import type { NewInstance } from '@/lib/corpora/model'
import { canonicalGeneralGold, type Turn } from '@/lib/tasks/general/gold'

type Closed = { instance: NewInstance | null; faults: readonly Fault[] }

/** Turns as an instance that ends with an answer. What comes after the last answer is left out; without any there is no gold. */
export function closeConversation(turns: readonly Turn[], key: string): Closed {
  const asked = turns.findIndex(({ from }) => from === 'user')
  if (asked < 0) return refuse(`${key}: the user says nothing.`)
  const answered = turns.findLastIndex(({ from }) => from === 'assistant')
  if (answered < asked)
    return refuse(`${key}: nothing answers the user. A conversation without an answer is not gold.`)
  const gold = canonicalGeneralGold({ turns: turns.slice(0, answered + 1) })
  const left = turns.length - answered - 1
  const faults = left > 0 ? [unanswered(key, left)] : []
  return { instance: { text: turns[asked]!.text, gold, labels: [] }, faults }
}

function refuse(message: string): Closed {
  return { instance: null, faults: [error('answer-missing', message)] }
}

function unanswered(key: string, count: number): Fault {
  const what =
    count === 1 ? 'the last turn has no answer. It was' : `the last ${count} turns have no answer. They were`
  return warning('turn-unanswered', `${key}: ${what} left out.`, { at: key })
}
