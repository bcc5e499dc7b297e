import { type AlpacaRecord, recordSchema, used } from '@/lib/corpora/formats/alpaca/schema'
import { checkCharacters } from '@/lib/corpora/formats/check-text'
import { mapConversation } from '@/lib/corpora/formats/map-conversation'
import type { RecordPlace } from '@/lib/corpora/formats/map-records'
import { error, type Fault } from '@/lib/corpora/formats/report-faults'
import type { Reading } from '@/lib/corpora/model'
import type { Turn } from '@/lib/tasks/general/gold'

/** An instruction and its input are one turn, as trainers put them together; what was said before comes before. */
export function mapInstance(value: unknown, place: RecordPlace): Reading {
  return mapConversation(value, place, { key: 'instruction', used, read: readConversation })
}

function readConversation(value: Record<string, unknown>): { turns: Turn[]; faults: Fault[] } {
  const result = recordSchema.safeParse(value)
  if (!result.success)
    return {
      turns: [],
      faults: result.error.issues.map(({ path, message }) =>
        error('turn-malformed', `${path.map(String).join('.')}: ${message}.`, {
          at: path.map(String).join('.'),
          detail: message,
        }),
      ),
    }
  const turns = turnsOf(result.data).filter(({ text }) => text.trim() !== '')
  if (result.data.output.trim() === '')
    return {
      turns,
      faults: [
        error('answer-missing', 'output: it is empty. An instruction without an answer is not gold.', {
          at: 'output',
        }),
      ],
    }
  return { turns, faults: turns.flatMap(({ text, from }) => checkCharacters(text, `What the ${from} says`)) }
}

function turnsOf({ instruction, input, output, system, history }: AlpacaRecord): Turn[] {
  const said = history.flatMap(([asked, answered]): Turn[] => [
    { from: 'user', text: asked },
    { from: 'assistant', text: answered },
  ])
  const asked = [instruction, input].filter((text) => text.trim() !== '').join('\n')
  return [
    { from: 'system', text: system },
    ...said,
    { from: 'user', text: asked },
    { from: 'assistant', text: output },
  ]
}
