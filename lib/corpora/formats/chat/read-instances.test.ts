import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chat } from '@/lib/corpora/formats/chat/format'
import { FILE_START, type ReadInstances } from '@/lib/corpora/model'
import type { GeneralGold } from '@/lib/tasks/general/gold'
import { collect } from '@/prisma/factories/bytes'
import { sampleOf, sourceOf } from '@/prisma/factories/sources'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

async function read(content: string): Promise<ReadInstances[]> {
  const options = chat.recognise(sampleOf(content))?.options ?? {}
  return collect(chat.read(sourceOf(content, 11), FILE_START, { taskForm: 'general', options }))
}

describe('reading chat', () => {
  it('reads messages with calls of tools, and prompts with completions as text and as messages', async () => {
    const readings = await read(fixture('harbour.jsonl'))
    expect(readings.flatMap(({ issues }) => issues)).toEqual([])
    const turns = readings.flatMap(({ instances }) =>
      instances.map(({ gold }) => (gold as GeneralGold).turns.map(({ from, text }) => `${from}: ${text}`)),
    )
    expect(turns).toEqual([
      ['system: Be brief.', 'user: Which ship\nis in? 🚢', 'assistant: The Grey Petrel.'],
      [
        'system: [{"name":"berths"}]',
        'user: 哪里有空位？',
        'assistant: {"name":"berths","arguments":"{}"}',
        'tool: [3, 5]',
        'assistant: 三号和五号。',
      ],
      ['user: Name a ship.', 'assistant:  The Grey Petrel.'],
      ['system: Be brief.', 'user: Hello', 'assistant: Hello.'],
      ['system: Be kind.', 'user: Hello', 'assistant: Hello.'],
    ])
  })

  it('refuses what has no answer or is no text, and names the place', async () => {
    const readings = await read(fixture('broken.jsonl'))
    const said = readings.flatMap(({ issues }) =>
      issues.map(({ line, severity, code, message }) => `${line} ${severity} ${code}: ${message}`),
    )
    expect(said).toEqual([
      '1 error answer-missing: messages: nothing answers the user. A conversation without an answer is not gold.',
      '2 error turn-malformed: messages[0]: content it holds something that is no text.',
      '3 warning turn-empty: completion[0]: it is empty. It was left out.',
      '3 error answer-missing: prompt: nothing answers the user. A conversation without an answer is not gold.',
      '4 error turn-malformed: There are neither “messages” nor a “prompt” with its “completion”.',
      '5 error turn-malformed: There are neither “messages” nor a “prompt” with its “completion”.',
      '6 error half-character: messages[1] holds half of a character (a lone surrogate).',
    ])
    expect(readings.flatMap(({ instances }) => instances)).toHaveLength(1)
  })

  it('is recognised by its messages or its pairs', () => {
    expect(chat.recognise(sampleOf(fixture('harbour.jsonl')))).toMatchObject({ certainty: 1 })
    expect(chat.recognise(sampleOf('{"conversations": []}'))).toBeNull()
  })
})
