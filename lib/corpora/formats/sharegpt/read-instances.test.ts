import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sharegpt } from '@/lib/corpora/formats/sharegpt/format'
import { FILE_START, type ReadInstances } from '@/lib/corpora/model'
import type { GeneralGold } from '@/lib/tasks/general/gold'
import { collect } from '@/prisma/factories/bytes'
import { sampleOf, sourceOf } from '@/prisma/factories/sources'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

async function read(content: string): Promise<ReadInstances[]> {
  const options = sharegpt.recognise(sampleOf(content))?.options ?? {}
  return collect(sharegpt.read(sourceOf(content, 11), FILE_START, { taskForm: 'general', options }))
}

describe('reading ShareGPT', () => {
  it('keeps every turn, those of tools too, and what opens the conversation', async () => {
    const readings = await read(fixture('harbour.jsonl'))
    const instances = readings.flatMap((one) => one.instances)
    expect(instances.map(({ text, meta }) => [text, meta])).toEqual([
      ['Which ship is in? 🚢', { id: 'a1' }],
      ['哪里有空位？', undefined],
      ['Hello', undefined],
    ])
    expect(
      instances.map(({ gold }) => (gold as GeneralGold).turns.map(({ from, text }) => `${from}: ${text}`)),
    ).toEqual([
      [
        'user: Which ship is in? 🚢',
        'assistant: The Grey Petrel.',
        'user: Since when?',
        'assistant: Since noon.',
      ],
      [
        'system: You know the harbour.',
        'system: [{"name": "berths"}]',
        'user: 哪里有空位？',
        'assistant: {"name": "berths", "arguments": {}}',
        'tool: [3, 5]',
        'assistant: 三号和五号。',
      ],
      ['system: Be brief.', 'user: Hello', 'assistant: Hello.'],
    ])
    expect(readings.flatMap(({ issues }) => issues)).toMatchObject([
      {
        line: 3,
        severity: 'warning',
        code: 'turn-unanswered',
        message: 'conversations: the last turn has no answer. It was left out.',
      },
    ])
  })

  it('refuses a conversation without an answer or with a turn that cannot be read, and names the place', async () => {
    const readings = await read(fixture('broken.jsonl'))
    const said = readings.flatMap(({ issues }) =>
      issues.map(
        ({ line, severity, code, message }) => `${line} ${severity} ${code}: ${message.split(':')[0]}`,
      ),
    )
    expect(said).toEqual([
      '1 error answer-missing: conversations',
      '2 error answer-missing: conversations',
      '3 error answer-missing: conversations',
      '4 error turn-malformed: conversations',
      '5 error turn-malformed: conversations[1]',
      '6 error turn-malformed: conversations[1]',
      '7 error turn-malformed: conversations[1]',
      '8 warning turn-empty: conversations[1]',
      '8 error answer-missing: conversations',
    ])
    expect(readings.flatMap(({ instances }) => instances)).toHaveLength(1)
  })

  it('is recognised by its conversations', () => {
    expect(sharegpt.recognise(sampleOf(fixture('harbour.jsonl')))).toMatchObject({ certainty: 1 })
    expect(sharegpt.recognise(sampleOf('{"messages": []}'))).toBeNull()
  })
})
