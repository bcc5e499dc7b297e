import { expect, test } from 'vitest'
import { type RuleContent, ruleContentSchema } from '@/lib/artifacts/kinds/rule/content'
import { measureContent } from '@/lib/artifacts/kinds/rule/mining/measure-content'
import { proposeVersion } from '@/lib/artifacts/propose-version'
import { db } from '@/lib/platform/db'
import { makeCorpus } from '@/prisma/factories/corpora'
import { makeProject } from '@/prisma/factories/people'

const ruled = (words: string[], content: Partial<RuleContent> = {}) =>
  ruleContentSchema.parse({
    taskForm: 'ner',
    scope: { labels: [] },
    statement: { en: 'Begin with the article.', zh: '从冠词开始。' },
    transform: { name: 'leading-determiner', parameters: { mode: 'include', words } },
    ...content,
  })

test('measures a rule whose words were changed, and finds again what was measured of one that does the same', async () => {
  const actor = await makeProject()
  const { id: corpusId } = await makeCorpus(actor, {
    sentences: ['The [Greens|party] met a [crew|party] .', 'Our [Wick List|party] won .'],
  })
  const measure = (content: RuleContent) => db.$transaction((tx) => measureContent(corpusId, content, tx))
  const evidence = await measure(ruled(['the', 'our']))
  expect(evidence).toMatchObject({ figures: { instances: 2, answers: 3, touched: 2, changed: 2 } })
  const identity = { projectId: actor.project.id, kind: 'rule', corpusId, key: 'k', taskForm: 'ner' }
  const artifact = await db.artifact.create({ data: identity })
  const kept = { ...evidence!, unchanged: [7] }
  await db.$transaction((tx) =>
    proposeVersion(
      tx,
      { kind: 'miner', id: 'rule-miner/1' },
      { artifact, content: ruled(['the']), evidence: kept },
    ),
  )
  const reworded = ruled(['the', 'our'], { statement: { en: 'Take the article in.', zh: '包括冠词。' } })
  expect(await measure(reworded)).toEqual(kept)
  expect((await measure(ruled(['a'])))?.figures.changed).toBe(1)
  expect(await measure(ruled([], { transform: null }))).toBeUndefined()
})
