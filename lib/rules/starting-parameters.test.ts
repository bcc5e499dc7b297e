import { expect, test } from 'vitest'
import { findTransform } from '@/lib/rules/find-transform'
import { transformNames } from '@/lib/rules/model'
import { startingParameters } from '@/lib/rules/starting-parameters'

test.each(transformNames)('%s takes the parameters that a person begins with, in any language', (name) => {
  for (const language of ['en', 'de', 'zh-CN', 'fi'])
    expect(
      findTransform(name).parameters.safeParse(
        startingParameters(name, { language, labels: ['a', 'b', 'c'] }),
      ),
    ).toMatchObject({ success: true })
})

test('a rule in Chinese begins with Chinese words', () => {
  expect(startingParameters('drop-pronouns', { language: 'zh', labels: [] }).words).toContain('他们')
})
