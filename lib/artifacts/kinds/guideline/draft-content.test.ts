import { describe, expect, test } from 'vitest'
import { guidelineContentSchema } from '@/lib/artifacts/kinds/guideline/content'
import { draftContent } from '@/lib/artifacts/kinds/guideline/draft-content'
import { liveClaims } from '@/lib/artifacts/kinds/guideline/evidence'
import { mineEvidence } from '@/lib/artifacts/kinds/guideline/mine-evidence'
import { goldInstance } from '@/lib/artifacts/kinds/guideline/read-gold'
import { contentHash } from '@/lib/platform/hash'
import { canonicalNerGold } from '@/lib/tasks/ner/gold'
import { fromMarked } from '@/prisma/factories/corpora'

async function draft(sentences: string[], { label, language = 'en' }: { label: string; language?: string }) {
  const gold = sentences.map((sentence, i) => {
    const { text, spans } = fromMarked(sentence)
    return goldInstance({ ordinal: i + 1, text, spans: canonicalNerGold(spans).spans })
  })
  const corpus = { id: crypto.randomUUID(), name: 'test', language, instanceCount: gold.length }
  const pages = async function* () {
    yield gold
  }
  const evidence = (await mineEvidence(corpus, { labels: [label], pages }))(label)!
  return draftContent(evidence)
}

const english = [
  'The crew of the [Grey Petrel|vessel] sailed at noon .',
  'Nobody on the [Grey Petrel|vessel] saw the [Queen of the Aune|vessel] .',
  '[Dorothea Pell|person] named the " [Dorothea Pell|vessel] " herself .',
  'They say that [The Dorothea Pell|vessel] is slow .',
]
const chinese = [
  '船长[陈望潮|person]说，“[归帆号|vessel]”今天停航。',
  '两艘“[海燕号|vessel]”从来没有误过班。',
  '“[望潮号|vessel]”的队长是[李明|person]。',
]

describe('an English draft', async () => {
  const { content, evidence } = await draft(english, { label: 'vessel' })

  test('says what the mentions look like and nothing about what they mean', () => {
    expect(content).toMatchObject({ label: 'vessel', language: 'en' })
    expect(content.definition).toContain('“Grey Petrel”, “Queen of the Aune” and “Dorothea Pell”')
    expect(content.definition).toContain('2 to 4 words long')
  })

  test('asks where the gold is of two minds, with figures', () => {
    const article = content.excludes.find((line) => line.includes('article'))
    expect(article).toContain(
      'before and outside 3 of 5 mentions; it is inside in 1 (“The Dorothea Pell”). To settle',
    )
    const other = content.excludes.find((line) => line.includes('“person”'))
    expect(other).toContain('“Dorothea Pell” (vessel 1, person 1). To settle: a slip, or two meanings?')
  })

  test('shows examples by reference, and counter-examples with the reason', () => {
    expect(content.positives[0]).toEqual({ ordinal: 1, start: 16, end: 27, note: 'frequent' })
    expect(content.negatives).toContainEqual({ ordinal: 3, start: 0, end: 13, note: 'here it is “person”' })
  })

  test('links each line to the mentions behind it, until the line is changed', () => {
    const lines = 1 + content.includes.length + content.excludes.length
    expect(liveClaims(evidence, content)).toHaveLength(lines)
    const article = liveClaims(evidence, content).find(({ key }) => key === 'the')
    expect(article).toMatchObject({ field: 'excludes', index: 0, count: 4 })
    expect(article?.refs).toHaveLength(4)
    const edited = { ...content, excludes: ['A line of my own.', ...content.excludes.slice(1)] }
    expect(liveClaims(evidence, edited)).toHaveLength(lines - 1)
    const moved = { ...content, excludes: ['A line of my own.', ...content.excludes] }
    expect(liveClaims(evidence, moved).find(({ key }) => key === 'the')).toMatchObject({ index: 1 })
  })
})

test('a Chinese draft speaks Chinese, for zh and its regions', async () => {
  for (const language of ['zh', 'zh-CN', 'zh_TW']) {
    const { content } = await draft(chinese, { label: 'vessel', language })
    expect(content.language).toBe('zh')
    expect(content.definition).toContain('“vessel”标注的是“归帆号”')
    expect(content.includes).toContain('以“号”结尾的名称：“归帆号”“海燕号”“望潮号”。')
    expect(content.excludes).toContain('外面的引号“”不在范围内（3 处）。')
  }
})

test('a label of several words is read out: by its capitals or underscores, or by what its mentions end in', async () => {
  const sentences = ['The [Labour Party|x] and the [Green Party|x] .', 'The [Wick Party|x] .']
  const named = (label: string) => sentences.map((sentence) => sentence.replaceAll('|x]', `|${label}]`))
  for (const label of ['politicalparty', 'politicalParty', 'political_party']) {
    const { content } = await draft(named(label), { label })
    expect(content.definition).toContain(`“${label}” (political party)`)
  }
  const { content } = await draft(named('org'), { label: 'org' })
  expect(content.definition).toContain('“org” marks')
})

test('the same gold gives the same content', async () => {
  const hashes = await Promise.all(
    [1, 2].map(async () => contentHash((await draft(english, { label: 'vessel' })).content)),
  )
  expect(hashes[0]).toBe(hashes[1])
})

test('very long labels and mentions still make a content that can be approved', async () => {
  const label = 'l'.repeat(200)
  const mention = `${'word '.repeat(900)}end`
  const { content } = await draft(
    [`The [${mention}|${label}] .`, `A [${mention}|other] .`, `[x|${label}] and [x|other]`],
    { label },
  )
  expect(guidelineContentSchema.safeParse(content).error).toBeUndefined()
})
