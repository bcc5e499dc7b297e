import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameFile } from '@/lib/library/folder/name-file'
import { readContent, readFile } from '@/lib/library/folder/read-file'
import { writeContent, writeFile } from '@/lib/library/folder/write-file'
import { contentHash } from '@/lib/platform/hash'
import { anyArtifactFile, anyContent } from '@/prisma/factories/library-files'

describe('a file of the library', () => {
  it('comes back as it was, whatever its kind and its texts', () => {
    fc.assert(
      fc.property(anyArtifactFile, ({ kind, file }) => {
        const read = readFile(writeFile(kind, file))
        if (!('found' in read)) throw new Error(JSON.stringify(read.faults))
        const { gloss: _gloss, ...same } = read.found.file
        expect(same).toEqual(file)
        expect(contentHash(same.content)).toBe(file.hash)
      }),
      { numRuns: 400 },
    )
  })

  it('has the same bytes whichever order its fields were stored in', () => {
    fc.assert(
      fc.property(anyArtifactFile, ({ kind, file }) => {
        const turned = Object.fromEntries(Object.entries(file.content).toReversed())
        expect(writeFile(kind, { ...file, content: turned })).toBe(writeFile(kind, file))
      }),
      { numRuns: 100 },
    )
  })

  it('has a content that people can write in', () => {
    fc.assert(
      fc.property(anyContent, ({ kind, content }) => {
        expect(readContent(kind, writeContent(kind, content))).toEqual({ found: content })
      }),
      { numRuns: 200 },
    )
  })

  it('has a name of its own, on file systems that do not tell capitals apart too', () => {
    const keys = [
      'person',
      'Person',
      'PERSON',
      'a b',
      'a-b',
      'a/b',
      '..',
      '../../etc',
      'con',
      '政党',
      '',
      ' ',
      'é',
      'e\u0301',
    ]
    const names = keys.map((key) => nameFile({ kind: 'guideline', corpus: 'Politics', key }))
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(keys.length)
    for (const name of names)
      expect(name).toMatch(/^guidelines\/politics-[0-9a-f]{6}\/[\p{L}\p{N}_-]+\.yaml$/u)
    expect(names[9]).toContain('政党.yaml')
  })
})

describe('a file that a person changed', () => {
  const good = `gloss: guideline/1
key: vessel
corpus:
  name: Harbour
  file: ${'a'.repeat(64)}
taskForm: ner
content:
  label: vessel
  language: en
  definition: A ship.
  includes: []
  excludes: []
  typical: []
  positives: []
  negatives: []
`
  const faultsIn = (text: string) => {
    const read = readFile(text)
    return 'faults' in read ? read.faults.map(({ code, line }) => [code, line]) : []
  }

  it('is read without a hash', () => {
    expect(readFile(good)).toMatchObject({ found: { kind: 'guideline', content: { definition: 'A ship.' } } })
  })

  it.each<[string, string, [string, number]]>([
    ['that is no YAML', good.replace('taskForm: ner', 'taskForm: [ner'), ['yaml', 7]],
    ['with a key twice', good.replace('taskForm: ner', 'key: again'), ['yaml', 6]],
    ['with an alias', good.replace('key: vessel', 'key: &a vessel').replace('A ship.', '*a'), ['yaml', 1]],
    ['with a tag', good.replace('A ship.', '!!js/function "x"'), ['yaml', 10]],
    ['of an unknown kind', good.replace('guideline/1', 'poem/1'), ['kind-unknown', 1]],
    ['of another layout', good.replace('guideline/1', 'guideline/2'), ['kind-unknown', 1]],
    ['that says no kind', good.replace('gloss: guideline/1\n', ''), ['kind-unknown', 1]],
    ['with a field too many', good.replace('taskForm: ner', 'taskForm: ner\napproved: yes'), ['shape', 1]],
    ['of no task form', good.replace('ner', 'poetry'), ['shape', 6]],
    ['with a content of another shape', good.replace('includes: []', 'includes: 3'), ['content', 11]],
    ['with a text that is too long', good.replace('A ship.', 'x'.repeat(2001)), ['content', 10]],
    ['whose hash is of another text', `${good}hash: ${'b'.repeat(64)}\n`, ['hash-differs', 16]],
    ['that is huge', `${good}# ${'x'.repeat(2_000_000)}`, ['too-large', 1]],
    ['of two documents', `${good}---\n${good}`, ['yaml', 16]],
    ['that is empty', '', ['kind-unknown', 1]],
  ])('is refused, %s, with its line', (_what, text, fault) => {
    expect(faultsIn(text)).toContainEqual(fault)
  })
})
