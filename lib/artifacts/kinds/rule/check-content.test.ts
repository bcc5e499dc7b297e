import { expect, test } from 'vitest'
import { checkContent } from '@/lib/artifacts/kinds/rule/check-content'
import { type RuleContent, ruleContentSchema } from '@/lib/artifacts/kinds/rule/content'
import { makeCorpus } from '@/prisma/factories/corpora'
import { makeProject } from '@/prisma/factories/people'

const ruled = (content: Partial<RuleContent>) =>
  ruleContentSchema.parse({
    taskForm: 'ner',
    scope: { labels: [] },
    statement: { en: 'Begin with the article.', zh: '从冠词开始。' },
    transform: { name: 'leading-determiner', parameters: { mode: 'include', words: ['the'] } },
    ...content,
  })

test('finds exceptions that are no instances, transforms of other task forms, and parameters that they do not know', async () => {
  const { id } = await makeCorpus(await makeProject(), { sentences: ['The [Greens|party] won .'] })
  const reason = 'It reads oddly.'
  expect(await checkContent(id, ruled({ exceptions: [{ ordinal: 1, reason }] }))).toEqual([])
  expect(await checkContent(id, ruled({ transform: null }))).toEqual([])
  expect(
    await checkContent(
      id,
      ruled({
        exceptions: [
          { ordinal: 1, reason },
          { ordinal: 2, reason },
        ],
      }),
    ),
  ).toEqual([{ path: 'exceptions.1', code: 'instance-unknown' }])
  expect(await checkContent(id, ruled({ transform: { name: 'full-sentence', parameters: {} } }))).toEqual([
    { path: 'transform.name', code: 'form-unfit' },
  ])
  const wordless = { name: 'leading-determiner' as const, parameters: { mode: 'include', words: [] } }
  expect(await checkContent(id, ruled({ transform: wordless }))).toMatchObject([
    { path: 'transform.parameters.words', code: 'parameters' },
  ])
})
