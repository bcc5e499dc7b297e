import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { alpaca } from '@/lib/corpora/formats/alpaca/format'
import { FILE_START, type ReadInstances } from '@/lib/corpora/model'
import { collect } from '@/prisma/factories/bytes'
import { sampleOf, sourceOf } from '@/prisma/factories/sources'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

async function read(content: string): Promise<ReadInstances[]> {
  const options = alpaca.recognise(sampleOf(content))?.options ?? {}
  return collect(alpaca.read(sourceOf(content, 11), FILE_START, { taskForm: 'general', options }))
}

const instancesOf = (readings: readonly ReadInstances[]) => readings.flatMap(({ instances }) => instances)

describe('reading Alpaca', () => {
  it('makes a conversation of an instruction, its input, what was said before and the answer', async () => {
    const readings = await read(fixture('harbour.jsonl'))
    expect(readings.flatMap(({ issues }) => issues)).toEqual([])
    expect(instancesOf(readings)).toEqual([
      {
        text: 'Name a ship.',
        gold: {
          turns: [
            { from: 'user', text: 'Name a ship.' },
            { from: 'assistant', text: 'The Grey Petrel 🚢.' },
          ],
        },
        labels: [],
        meta: { id: 7 },
      },
      {
        text: 'Translate: 港',
        gold: {
          turns: [
            { from: 'system', text: 'You are a translator.' },
            { from: 'user', text: 'Translate: 港' },
            { from: 'assistant', text: 'harbour' },
            { from: 'user', text: 'And 湾?' },
            { from: 'assistant', text: 'bay' },
            { from: 'user', text: 'Translate into English.\n海燕' },
            { from: 'assistant', text: 'petrel' },
          ],
        },
        labels: [],
      },
      {
        text: 'Say when the ship leaves.\nShe leaves at noon.',
        gold: {
          turns: [
            { from: 'user', text: 'Say when the ship leaves.\nShe leaves at noon.' },
            { from: 'assistant', text: 'At noon.' },
          ],
        },
        labels: [],
      },
    ])
  })

  it('reads a printed list as it reads lines', async () => {
    const records = fixture('harbour.jsonl').trim().split('\n')
    const list = JSON.stringify(
      records.map((line) => JSON.parse(line)),
      null,
      2,
    )
    expect(instancesOf(await read(list))).toEqual(instancesOf(await read(fixture('harbour.jsonl'))))
    expect(alpaca.recognise(sampleOf(list))?.options).toEqual({ layout: 'document', path: '*' })
  })

  it('refuses what has no answer or cannot be read, and names the place', async () => {
    const said = (await read(fixture('broken.jsonl'))).flatMap(({ issues }) =>
      issues.map(({ line, code, message }) => `${line} ${code}: ${message.split(':')[0]}`),
    )
    expect(said).toEqual([
      '1 answer-missing: output',
      '2 answer-missing: output',
      '3 answer-missing: instruction',
      '4 turn-malformed: output',
      '5 turn-malformed: history.0',
      '6 nul-character: What the assistant says holds a NUL character.',
      '7 not-an-object: This is JSON but no object with “instruction”.',
    ])
  })

  it('is recognised by its keys, and less surely than a format whose keys say more', () => {
    expect(alpaca.recognise(sampleOf(fixture('harbour.jsonl')))).toMatchObject({ certainty: 0.9 })
    expect(alpaca.recognise(sampleOf('{"text": "a", "label": "b"}'))).toBeNull()
  })
})
