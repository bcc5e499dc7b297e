import { mapConversation } from '@/lib/corpora/formats/map-conversation'
import type { RecordPlace } from '@/lib/corpora/formats/map-records'
import { readOpening } from '@/lib/corpora/formats/read-opening'
import { readTurns } from '@/lib/corpora/formats/read-turns'
import { error, type Fault } from '@/lib/corpora/formats/report-faults'
import { recordSchema, used } from '@/lib/corpora/formats/sharegpt/schema'
import type { Reading } from '@/lib/corpora/model'
import type { Turn } from '@/lib/tasks/general/gold'

/** A list of turns becomes a conversation with all of them, those of tools too. */
export function mapInstance(value: unknown, place: RecordPlace): Reading {
  return mapConversation(value, place, { key: 'conversations', used, read: readConversation })
}

function readConversation(value: Record<string, unknown>): { turns: Turn[]; faults: Fault[] } {
  const result = recordSchema.safeParse(value)
  if (!result.success) return { turns: [], faults: result.error.issues.map(malformed) }
  const { conversations, system, tools } = result.data
  const opening = readOpening({ system, tools })
  const { turns, faults } = readTurns(conversations, 'conversations')
  return { turns: [...opening.turns, ...turns], faults: [...opening.faults, ...faults] }
}

function malformed({ path, message }: { path: PropertyKey[]; message: string }): Fault {
  return error('turn-malformed', `${path.map(String).join('.')}: ${message}.`, {
    at: path.map(String).join('.'),
    detail: message,
  })
}
