import { describe, expect, test } from 'vitest'
import { type GuidelineContent, guidelineContentSchema } from '@/lib/artifacts/kinds/guideline/content'
import { guidelineEvidenceSchema, liveClaims } from '@/lib/artifacts/kinds/guideline/evidence'
import { draftContent } from '@/lib/artifacts/kinds/guideline/mining/draft-content'
import { mineEvidence } from '@/lib/artifacts/kinds/guideline/mining/mine-evidence'
import { goldInstance } from '@/lib/artifacts/kinds/guideline/mining/read-gold'
import { contentHash } from '@/lib/platform/hash'
import { canonicalNerGold } from '@/lib/tasks/ner/gold'
import { fromMarked } from '@/prisma/factories/corpora'

async function draft(sentences: string[], { label, language = 'en' }: { label: string; language?: string }) {
  const gold = sentences.map((sentence, i) => {
    const { text, spans } = fromMarked(sentence)
    return goldInstance({ ordinal: i + 1, text, gold: canonicalNerGold(spans) })
  })
  const corpus = {
    id: crypto.randomUUID(),
    name: 'test',
    taskForm: 'ner',
    language,
    instanceCount: gold.length,
  }
  const pages = async function* () {
    yield gold
  }
  const evidence = (await mineEvidence(corpus, { labels: [label], pages }))(label)!
  return draftContent(evidence)
}

const { evidence: evidenceOfBefore } = await draft(['The [Grey Petrel|vessel] left .'], { label: 'vessel' })

const ruleLines = ({ definition, includes, excludes }: GuidelineContent) => [
  definition,
  ...includes,
  ...excludes,
]
const withoutQuotes = (line: string) => line.replace(/“[^“”]*”/g, '')

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
    expect(content.definition).toContain('Nearly all have several words.')
  })

  test('asks where the gold is of two minds, with figures that stand nowhere else', () => {
    expect(content.questions).toContain(
      'Is the article “the” part of the name? It is inside once (“The Dorothea Pell”) and outside 3 times.',
    )
    expect(content.questions).toContain(
      'A slip, or two meanings? Both labels occur for “Dorothea Pell” (vessel 1, person 1).',
    )
    for (const line of ruleLines(content)) expect(withoutQuotes(line)).not.toMatch(/\d|\?/)
  })

  test('makes a rule of what nine of ten mentions show, and asks about the rest where it is telling', async () => {
    const outside = Array.from({ length: 18 }, (_, i) => `We saw the [Petrel ${i}|vessel] .`)
    const clear = await draft([...outside, '[The Dorothea|vessel] left .'], { label: 'vessel' })
    expect(clear.content.excludes).toContain('Leave out the article “the” that stands before the name.')
    expect(clear.content.questions).toEqual([])
    const some = ['[The Dorothea|vessel] left .', '[The Agnes|vessel] left .']
    const asked = await draft([...outside, ...some], { label: 'vessel' })
    expect(asked.content.excludes).toContain('Leave out the article “the” that stands before the name.')
    const [question] = liveClaims(asked.evidence, asked.content).filter(({ field }) => field === 'questions')
    expect(question).toMatchObject({ count: 2, refs: [{ ordinal: 19 }, { ordinal: 20 }] })
    const inside = await draft([...some, 'There is [The Homeward|vessel] .'], { label: 'vessel' })
    expect(inside.content.includes[0]).toMatch(/^Keep the article “the”, as in “The /)
  })

  test('shows examples by reference, and counter-examples with the reason', () => {
    expect(content.positives[0]).toEqual({ ordinal: 1, start: 16, end: 27, note: 'typical' })
    expect(content.negatives).toContainEqual({ ordinal: 3, start: 0, end: 13, note: 'here it is “person”' })
  })

  test('links each line to the mentions behind it, until the line is changed', () => {
    const lines = ruleLines(content).length + content.questions.length
    expect(liveClaims(evidence, content)).toHaveLength(lines)
    const article = liveClaims(evidence, content).find(({ key }) => key === 'the')
    expect(article).toMatchObject({ field: 'questions', index: 0, count: 4 })
    expect(article?.refs).toHaveLength(4)
    const edited = { ...content, questions: ['A line of my own?', ...content.questions.slice(1)] }
    expect(liveClaims(evidence, edited)).toHaveLength(lines - 1)
    const moved = { ...content, questions: ['A line of my own?', ...content.questions] }
    expect(liveClaims(evidence, moved).find(({ key }) => key === 'the')).toMatchObject({ index: 1 })
  })
})

test('a Chinese draft speaks Chinese, for zh and its regions', async () => {
  for (const language of ['zh', 'zh-CN', 'zh_TW', 'cmn-Hans']) {
    const { content } = await draft(chinese, { label: 'vessel', language })
    expect(content.language).toBe('zh')
    expect(content.definition).toContain('“vessel”标注的是“归帆号”')
    expect(content.includes).toContain('以“号”结尾的名称：“归帆号”“海燕号”“望潮号”。')
    expect(content.excludes).toContain('外面的引号“”不在范围内。')
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

test('evidence of before other forms were mined still reads as it did', () => {
  const later = ['form', 'ends', 'types', 'roles', 'words', 'taken']
  const before = Object.fromEntries(
    Object.entries(evidenceOfBefore).filter(([name]) => !later.includes(name)),
  )
  expect(guidelineEvidenceSchema.parse(before)).toEqual(evidenceOfBefore)
  expect(evidenceOfBefore).toMatchObject({
    form: 'ner',
    ends: [],
    types: [],
    roles: [],
    words: [],
    taken: [],
  })
})
