import { openings, recordSchema, used } from '@/lib/corpora/formats/chat/schema'
import { mapConversation } from '@/lib/corpora/formats/map-conversation'
import type { RecordPlace } from '@/lib/corpora/formats/map-records'
import { readOpening } from '@/lib/corpora/formats/read-opening'
import { readTurns } from '@/lib/corpora/formats/read-turns'
import { error, type Fault } from '@/lib/corpora/formats/report-faults'
import type { Reading } from '@/lib/corpora/model'
import type { Turn } from '@/lib/tasks/general/gold'

type Read = { turns: Turn[]; faults: Fault[] }

/** Messages become a conversation with all of them, calls of tools and their results too. */
export function mapInstance(value: unknown, place: RecordPlace): Reading {
  return mapConversation(value, place, {
    key: 'messages' in Object(value) ? 'messages' : 'prompt',
    used,
    read,
  })
}

function read(record: Record<string, unknown>): Read {
  const result = recordSchema.safeParse(record)
  if (!result.success)
    return {
      turns: [],
      faults: [
        error('turn-malformed', 'There are neither “messages” nor a “prompt” with its “completion”.', {
          keys: 'messages, prompt, completion',
        }),
      ],
    }
  const given = result.data
  const said =
    'messages' in given
      ? [readTurns(given.messages, 'messages')]
      : [readSaid(given.prompt, 'user', 'prompt'), readSaid(given.completion, 'assistant', 'completion')]
  return join([readOpening(Object.fromEntries(openings.map((key) => [key, record[key]]))), ...said])
}

function readSaid(said: string | unknown[], role: 'user' | 'assistant', key: string): Read {
  return typeof said === 'string' ? readTurns([{ role, content: said }], key) : readTurns(said, key)
}

function join(read: readonly Read[]): Read {
  return { turns: read.flatMap(({ turns }) => turns), faults: read.flatMap(({ faults }) => faults) }
}
