import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GuidelineEvidence, MentionRef } from '@/lib/artifacts/kinds/guideline/evidence'
import { mineEvidence } from '@/lib/artifacts/kinds/guideline/mining/mine-evidence'
import { type GoldInstance, goldInstance } from '@/lib/artifacts/kinds/guideline/mining/read-gold'
import { codePointLength, sliceCodePoints } from '@/lib/tasks/model'
import { canonicalNerGold, type NerGold, type NerSpan } from '@/lib/tasks/ner/gold'
import { fromMarked } from '@/prisma/factories/corpora'

type Written = string | { text: string; spans: NerSpan[] }

function goldOf(sentences: Written[]): GoldInstance[] {
  return sentences.map((sentence, i) => {
    const { text, spans } = typeof sentence === 'string' ? fromMarked(sentence) : sentence
    return goldInstance({ ordinal: i + 1, text, gold: canonicalNerGold(spans) })
  })
}

async function mine(sentences: Written[], language = 'en'): Promise<(label: string) => GuidelineEvidence> {
  const gold = goldOf(sentences)
  const labels = [
    ...new Set(gold.flatMap(({ gold: own }) => (own as NerGold).spans.map(({ label }) => label))),
  ].sort()
  const corpus = {
    id: crypto.randomUUID(),
    name: 'test',
    taskForm: 'ner',
    language,
    instanceCount: gold.length,
  }
  const evidence = await mineEvidence(corpus, {
    labels,
    pages: async function* () {
      yield gold.slice(0, 2)
      yield gold.slice(2)
    },
  })
  return (label) => evidence(label)!
}

const count = <One extends { count: number }>(found: One[], is: (one: One) => boolean) =>
  found.find(is)?.count ?? 0

describe('counts in English', async () => {
  const evidence = await mine([
    'The [Green Party|party] beat the [Labour Party|party] and [The Greens|party] in [Wick|place] .',
    'A member of the [Labour Party|party] ( [LP|party] ) left [Wick|place] .',
    '"[Greens|party]" is what the paper, the [Wick|organisation] Courier, calls the [Labour Party|party]\'s rivals.',
    'In Wick nobody asked President [Ann Moor|person] , not even Senator [Moor|person] .',
    'The [Wick Rowing Club|organisation] met.',
  ])
  const party = evidence('party')

  test('mentions, sentences, wordings and their lengths', () => {
    expect(party).toMatchObject({ mentions: 7, instances: 3, distinct: 5, complete: true })
    expect(party.frequent[0]).toMatchObject({ mention: 'Labour Party', count: 3 })
    expect(party.lengths.map(({ length, count }) => [length, count])).toEqual([
      [1, 2],
      [2, 5],
    ])
  })

  test('an article outside before mentions, and inside others', () => {
    expect(count(party.before, ({ token }) => token === 'the')).toBe(4)
    expect(party.inside).toMatchObject([
      { token: 'the', place: 'first', kind: 'article', count: 1, outside: 4 },
    ])
  })

  test('what stands after a mention', () => {
    expect(count(party.after, ({ token }) => token === "'s")).toBe(1)
    expect(count(party.after, ({ token }) => token === 'and')).toBe(1)
    expect(party.after.find(({ token }) => token === '(')).toMatchObject({ kind: 'bracket', count: 1 })
  })

  test('titles before names', () => {
    const titles = evidence('person').before.filter(({ kind }) => kind === 'title')
    expect(titles.map(({ token, count }) => [token, count])).toEqual([
      ['President', 1],
      ['Senator', 1],
    ])
  })

  test('main words, abbreviations, short forms in brackets, quotation marks, words that introduce', () => {
    expect(party.heads).toMatchObject([{ word: 'Party', count: 4, distinct: 2 }])
    expect(count(party.shapes, ({ shape }) => shape === 'all-caps')).toBe(1)
    expect(count(party.shapes, ({ shape }) => shape === 'short-form-in-brackets')).toBe(1)
    expect(count(party.shapes, ({ shape }) => shape === 'in-quotes')).toBe(1)
    expect(count(party.introducing, ({ words }) => words === 'member of the')).toBe(1)
  })

  test('the same words under another label, without one, and inside a longer mention', () => {
    const place = evidence('place')
    expect(place.ambiguous).toMatchObject([
      {
        mention: 'Wick',
        labels: [
          { label: 'place', count: 2 },
          { label: 'organisation', count: 1 },
        ],
      },
    ])
    expect(place.unlabelled).toMatchObject([{ mention: 'Wick', labelled: 2, count: 1 }])
    expect(place.covered).toMatchObject([{ label: 'organisation', count: 1 }])
  })

  test('neighbours in a list', () => {
    const listed = party.neighbours.filter(({ label, place }) => label === 'party' && place === 'after')
    expect(listed).toMatchObject([{ between: 'and', count: 1 }])
  })
})

describe('counts in Chinese', async () => {
  const spanned = (text: string, ...found: [words: string, label: string][]) => ({
    text,
    spans: found.map(([words, label]) => {
      const start = codePointLength(text.slice(0, text.indexOf(words)))
      return { start, end: start + codePointLength(words), label }
    }),
  })
  const evidence = await mine(
    [
      spanned(
        '🚢澜湾港务局的王市长说话。',
        ['澜湾', 'place'],
        ['澜湾港务局', 'organisation'],
        ['王', 'person'],
      ),
      spanned('根据《泊位条例》，两艘“归帆号”停航。', ['泊位条例', 'law'], ['归帆号', 'vessel']),
      spanned('《选举条例》写得清楚。', ['选举条例', 'law']),
      spanned('队长李明和张市长来了。', ['李明', 'person'], ['张市长', 'person']),
      spanned('澜湾渔会在澜湾开会。', ['澜湾渔会', 'organisation']),
    ],
    'zh-CN',
  )

  test('characters are counted, offsets are code points', () => {
    expect(evidence('law').lengths).toMatchObject([{ length: 4, count: 2 }])
    expect(evidence('place').sample).toEqual([{ ordinal: 1, start: 1, end: 3 }])
  })

  test('book-title marks and quotation marks stand outside', () => {
    expect(count(evidence('law').before, ({ token, kind }) => token === '《' && kind === 'bracket')).toBe(2)
    expect(count(evidence('vessel').shapes, ({ shape }) => shape === 'in-quotes')).toBe(1)
  })

  test('titles are taken as a whole: after a name, before a name, inside', () => {
    const person = evidence('person')
    expect(person.after).toMatchObject([{ token: '市长', kind: 'title', count: 1 }, {}, {}])
    expect(count(person.before, ({ token }) => token === '队长')).toBe(1)
    expect(person.inside).toMatchObject([{ token: '市长', place: 'last', count: 1, outside: 1 }])
  })

  test('shared endings, nesting, words without a label, and inside longer mentions without their own', () => {
    expect(evidence('law').heads).toMatchObject([{ word: '条例', count: 2, distinct: 2 }])
    expect(evidence('organisation').nesting).toMatchObject([
      { label: 'place', relation: 'contains', count: 1 },
    ])
    const place = evidence('place')
    expect(place.nesting).toMatchObject([{ label: 'organisation', relation: 'within', count: 1 }])
    expect(place.covered).toMatchObject([{ label: 'organisation', count: 1 }])
    expect(place.unlabelled).toMatchObject([{ mention: '澜湾', count: 1, labelled: 1 }])
  })
})

/** Every reference in the evidence, with what it should read as where the evidence says so. */
function refsIn(evidence: GuidelineEvidence): { ref: MentionRef; mention?: string }[] {
  const { frequent, ambiguous, unlabelled, ...rest } = evidence
  const named = [
    ...frequent.map(({ mention, refs }) => ({ mention, refs })),
    ...unlabelled.map(({ mention, refs }) => ({ mention, refs })),
    ...ambiguous.flatMap(({ mention, labels }) => labels.map(({ refs }) => ({ mention, refs }))),
  ]
  const others = [rest.before, rest.after, rest.inside, rest.heads, rest.shapes, rest.nesting, rest.lengths]
  return [
    ...named.flatMap(({ mention, refs }) => refs.map((ref) => ({ ref, mention }))),
    ...others
      .flat()
      .flatMap(({ refs, clearest }) => [
        ...refs.map((ref) => ({ ref })),
        ...(clearest ? [{ ref: clearest, mention: clearest.mention }] : []),
      ]),
  ]
}

test('every reference reads as its mention, whatever signs the text holds, and mining twice says the same', async () => {
  const word = fc.constantFrom(
    'Ann',
    'the',
    'Grey',
    '🚢',
    'of',
    'Party',
    "'s",
    '(',
    ')',
    'Wick',
    '澜湾',
    'é',
    '"',
  )
  const sentence = fc
    .array(fc.tuple(word, fc.constantFrom('', 'a', 'b')), { minLength: 1, maxLength: 14 })
    .map((words) =>
      words.map(([text, label]) => (label && !/[[\]|]/.test(text) ? `[${text}|${label}]` : text)).join(' '),
    )
  await fc.assert(
    fc.asyncProperty(fc.array(sentence, { minLength: 1, maxLength: 8 }), async (sentences) => {
      const gold = goldOf(sentences)
      const [evidence, again] = [await mine(sentences), await mine(sentences)]
      for (const label of new Set(
        gold.flatMap(({ gold: own }) => (own as NerGold).spans.map((span) => span.label)),
      )) {
        const { corpus: _, ...said } = evidence(label)
        expect(again(label)).toMatchObject(said)
        for (const { ref, mention } of refsIn(evidence(label))) {
          const text = gold[ref.ordinal - 1]!.text
          expect(ref.end).toBeLessThanOrEqual(codePointLength(text))
          if (mention) expect(sliceCodePoints(text, ref.start, ref.end)).toBe(mention)
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('a label of many mentions keeps at most 200 references to a count, the first of the corpus', async () => {
  const evidence = await mine(Array.from({ length: 500 }, () => 'The [Grey Petrel|vessel] left.'))
  const [before] = evidence('vessel').before
  expect(before).toMatchObject({ token: 'the', count: 500 })
  expect(before?.refs.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1))
  expect(evidence('vessel').sample.length).toBeLessThanOrEqual(60)
})

const politics = path.resolve(
  process.env.GLOSS_SHARED_DATA ?? '../shared/data',
  'ner/crossner-politics-dev.txt',
)

describe.skipIf(!existsSync(politics))('CrossNER politics, read independently', async () => {
  const sentences = existsSync(politics)
    ? readFileSync(politics, 'utf8')
        .trim()
        .split(/\n\s*\n/)
    : []
  const evidence = await mine(sentences.map(fromTagged))
  const labels = [
    'country',
    'election',
    'event',
    'location',
    'misc',
    'organisation',
    'person',
    'politicalparty',
    'politician',
  ]
  const sum = (of: (evidence: GuidelineEvidence) => number) =>
    labels.reduce((total, label) => total + of(evidence(label)), 0)

  // "the" in any case, as the token directly before a span; "the", "a" and "an" in any case as a span's first token.
  test('“the” stands before and outside 1,150 of 3,482 spans; 26 begin with an article', () => {
    expect(sum(({ mentions }) => mentions)).toBe(3482)
    expect(sum(({ before }) => count(before, ({ token }) => token === 'the'))).toBe(1150)
    const isArticle = ({ kind, place }: GuidelineEvidence['inside'][number]) =>
      kind === 'article' && place === 'first'
    expect(sum(({ inside }) => inside.filter(isArticle).reduce((all, one) => all + one.count, 0))).toBe(26)
  })
})
if (!existsSync(politics)) console.warn(`skipped: no CrossNER at ${politics}`)

/** `token<TAB>tag` lines as text with spaces between, and its spans. */
function fromTagged(block: string): { text: string; spans: NerSpan[] } {
  let text = ''
  const spans: NerSpan[] = []
  for (const row of block.split('\n').filter((line) => line.trim())) {
    const [token, tag] = row.split('\t') as [string, string]
    const start = text === '' ? 0 : codePointLength(text) + 1
    text = text === '' ? token : `${text} ${token}`
    const end = codePointLength(text)
    if (tag.startsWith('B-')) spans.push({ start, end, label: tag.slice(2) })
    else if (tag.startsWith('I-')) spans.at(-1)!.end = end
  }
  return { text, spans }
}
