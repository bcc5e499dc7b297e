import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { recogniseFile as recogniseDoccano } from '@/lib/corpora/formats/doccano/recognise-file'
import { recogniseFile as recogniseProdigy } from '@/lib/corpora/formats/prodigy/recognise-file'
import { readInstances } from '@/lib/corpora/formats/spacy/read-instances'
import { recogniseFile } from '@/lib/corpora/formats/spacy/recognise-file'
import { FILE_START } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'
import { collect } from '@/prisma/factories/bytes'
import { sampleOf, sourceOf } from '@/prisma/factories/sources'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url))

async function golds(content: Uint8Array | string, taskForm: TaskForm) {
  const { options } = recogniseFile(sampleOf(content))!
  const readings = await collect(readInstances(sourceOf(content), FILE_START, { taskForm, options }))
  return readings.map(({ instances, issues }) => instances[0]?.gold ?? issues[0]?.code)
}

describe('reading what is made for spaCy', () => {
  it('reads the class that holds, and refuses each broken line with its reason', async () => {
    expect(await golds(fixture('cats.jsonl'), 'tc')).toEqual([
      { labels: ['complaint'], multi: false },
      { labels: ['question'], multi: false },
      'class-malformed',
      'gold-missing',
      'text-missing',
      'not-an-object',
    ])
  })

  it('reads training tuples: classes of which any number can hold, and entities', async () => {
    expect(await golds(fixture('tuples.json'), 'tc')).toEqual([
      { labels: ['call'], multi: true },
      { labels: [], multi: true },
      'gold-missing',
    ])
    expect(await golds(fixture('tuples.json'), 'ner')).toEqual([
      { spans: [{ start: 2, end: 12, label: 'person' }] },
      { spans: [] },
      'span-out-of-range',
    ])
  })

  it('reads a tuple a line, and documents that spaCy wrote', async () => {
    const tuples = '["Maren", {"entities": [[0, 5, "person"]]}]\n["Rook", {"entities": []}]\n'
    expect(await golds(tuples, 'ner')).toEqual([
      { spans: [{ start: 0, end: 5, label: 'person' }] },
      { spans: [] },
    ])
    const written = { text: 'Maren', ents: [{ start: 0, end: 5, label: 'person' }], tokens: [{ id: 0 }] }
    expect(await golds(JSON.stringify(written), 'ner')).toHaveLength(1)
  })

  it('recognises them, and leaves to others what is theirs', () => {
    const cats = sampleOf(fixture('cats.jsonl'))
    expect(recogniseFile(cats)).toMatchObject({
      taskForms: ['tc'],
      options: { layout: 'lines', multi: false },
    })
    expect(recogniseFile(cats)!.certainty).toBeGreaterThan(recogniseProdigy(cats)!.certainty)
    expect(recogniseDoccano(cats)).toBeNull()
    expect(recogniseFile(sampleOf(fixture('tuples.json')))).toMatchObject({
      certainty: expect.closeTo(0.95),
      taskForms: ['tc', 'ner'],
      options: { layout: 'document', path: '*', multi: true },
    })
    expect(recogniseFile(sampleOf('{"text": "a", "cats": ["x"]}\n'))).toBeNull()
    expect(recogniseFile(sampleOf('{"text": "a", "spans": []}\n'))).toBeNull()
  })
})
