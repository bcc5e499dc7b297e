import fc from 'fast-check'
import type { LibraryKind } from '@/lib/artifacts/model'
import type { ArtifactFile } from '@/lib/library/folder/model'
import { contentHash } from '@/lib/platform/hash'

/** Texts as people and corpora write them, the unkind ones among them. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc.constantFrom(
      ...[
        'yes',
        'null',
        '~',
        '0x1',
        '1e3',
        '- a',
        '# b',
        'a: b',
        '---',
        '"',
        "'",
        '| x',
        '%a',
        '@b',
        '!c',
        '&d',
        '*e',
      ],
      ...[
        'two\nlines',
        'ends with a colon:',
        '  spaces  ',
        '政党：指组织',
        'tab\there',
        'a\n\n\nb\n',
        '\ufeffmark',
        '2026-11-21',
      ],
      ...['cr\rlf\r\nx', '\u2028', '\u0085', '👩‍🚀', '🚢 '.repeat(60), '<<', '{x}', '[y]', ', z'],
    ),
  )
  .map((one) => one.replaceAll('\u0000', ''))
const said = text.filter((one) => one.trim() === one && one !== '')
/** No record of zod has a key of this name: whoever sends it, it is dropped before anything is kept. */
const parameter = said.filter((one) => one !== '__proto__')
const lines = fc.array(said, { maxLength: 4 })
const both = fc.record({ en: lines, zh: lines })
const ordinal = fc.integer({ min: 1, max: 1e6 })
const example = fc
  .record({ ordinal, start: fc.nat(99), end: fc.integer({ min: 100, max: 200 }), note: text })
  .map((one) => ({ ...one, note: one.note }))

const contents: Record<LibraryKind, fc.Arbitrary<Record<string, unknown>>> = {
  guideline: fc.record({
    label: said,
    language: fc.constantFrom('en', 'zh'),
    definition: said,
    includes: lines,
    excludes: lines,
    questions: lines,
    typical: lines,
    positives: fc.array(example, { maxLength: 2 }),
    negatives: fc.array(example, { maxLength: 2 }),
    paraphrases: both,
  }),
  rule: fc.record({
    taskForm: fc.constant('ner'),
    scope: fc.record({ labels: lines }),
    statement: fc.record({ en: said, zh: said }),
    paraphrases: both,
    transform: fc.option(
      fc.record({
        name: fc.constant('leading-determiner'),
        parameters: fc.dictionary(parameter, fc.jsonValue()),
      }),
    ),
    exceptions: fc.array(fc.record({ ordinal, reason: said }), { maxLength: 2 }),
    note: fc.oneof(said, fc.constant('')),
  }),
  application: fc.record({
    ruleVersionId: fc.uuid(),
    ordinal,
    gold: fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown),
    changed: fc.array(fc.record({ before: text, after: text, reason: fc.constant('') }), { maxLength: 2 }),
  }),
  format: fc.record({
    name: said,
    carrier: fc.constant('csv'),
    parameters: fc.dictionary(parameter, fc.oneof(said, fc.boolean(), fc.integer())),
    taskForms: fc.constant(['ner']),
    ask: fc.record({
      en: fc.array(said, { minLength: 1, maxLength: 3 }),
      zh: fc.array(said, { minLength: 1, maxLength: 3 }),
    }),
    askRecords: both,
  }),
  pair: fc.record({
    question: said,
    answer: said,
    language: fc.constantFrom('en', 'zh'),
    strategy: fc.constant('s1'),
    subject: fc.record({ nodeId: fc.uuid(), path: fc.constant(['Crafts', 'Bookbinding']) }),
    sessions: fc.constant(['Paper']),
    concepts: fc.constant(['Grain', 'Weight']),
    syllabusVersionId: fc.uuid(),
    rank: fc.nat(),
  }),
}

export const anyContent = fc
  .constantFrom<LibraryKind>('guideline', 'rule', 'application', 'format', 'pair')
  .chain((kind) => contents[kind].map((content) => ({ kind, content: plain(content) })))

/** Records of a generator have no prototype; what is read has. */
const plain = (content: object) => JSON.parse(JSON.stringify(content)) as Record<string, unknown>

const hash = fc.nat().map((seed) => contentHash(seed))
const version = fc.integer({ min: 1, max: 99 })
const at = fc.constant('2026-11-21T19:00:00.000Z')
const decision = fc.record({
  verdict: fc.constantFrom('approve' as const, 'edit' as const, 'reject' as const),
  by: said,
  at,
  comment: said,
})
const past = fc.record({ version, hash, by: said, at, decisions: fc.array(decision, { maxLength: 2 }) })

/** An artifact of any kind, as an export has it. */
export const anyArtifactFile: fc.Arbitrary<{ kind: LibraryKind; file: Omit<ArtifactFile, 'gloss'> }> = fc
  .record({
    of: anyContent,
    key: said,
    corpus: fc.record({ name: said, file: hash }),
    version,
    history: fc.array(past, { maxLength: 2 }),
  })
  .map(({ of: { kind, content }, ...file }) => ({
    kind,
    file: { ...file, taskForm: 'ner', content, hash: contentHash(content), sources: [] },
  }))
