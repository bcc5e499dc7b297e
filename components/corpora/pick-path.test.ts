import { describe, expect, it } from 'vitest'
import { pickPath, type Way } from '@/components/corpora/pick-path'
import { type Mapping, mappingSchema } from '@/lib/corpora/formats/mapping/schema'

const record = {
  body: { raw: 'Mara sailed' },
  marks: [{ pos: [0, 4], kind: 'person' }],
  events: [{ type: 'sail', args: [{ role: 'who', words: ['Mara'] }] }],
  tags: ['a', 'b'],
}
const pick = (mapping: Mapping, address: string, way: Way) => pickPath(mapping, address, { record, way })

describe('choosing a value of a record', () => {
  const ner = mappingSchema.parse({ taskForm: 'ner' })

  it('says where a text is, and takes every class of a list', () => {
    expect(pick(ner, 'text', ['body', 'raw']).text).toBe('body.raw')
    expect(pick(ner, 'labels', ['tags', 1]).labels).toBe('tags[]')
  })

  it('finds the list that a span is in, and what comes after it', () => {
    const first = pick(ner, 'spans.start', ['marks', 0, 'pos', 0])
    expect(first.spans).toEqual({ list: 'marks[]', start: 'pos[0]' })
    expect(pick(first, 'spans.label', ['marks', 0, 'kind']).spans).toMatchObject({
      list: 'marks[]',
      label: 'kind',
    })
    expect(pick(ner, 'spans.list', ['marks']).spans).toEqual({ list: 'marks[]' })
  })

  it('tells the parts of arguments from the argument that they are in', () => {
    let mapping = pick(mappingSchema.parse({ taskForm: 'ee' }), 'events.type', ['events', 0, 'type'])
    mapping = pick(mapping, 'events.arguments', ['events', 0, 'args'])
    mapping = pick(mapping, 'events.role', ['events', 0, 'args', 0, 'role'])
    mapping = pick(mapping, 'events.argument', ['events', 0, 'args', 0, 'words', 0])
    expect(mapping.events).toEqual({
      list: 'events[]',
      type: 'type',
      arguments: 'args[]',
      role: 'role',
      argument: 'words[]',
    })
  })
})
