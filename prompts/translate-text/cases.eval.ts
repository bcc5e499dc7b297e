import { expect, it } from 'vitest'
import { askLive, isChinese } from '@/prompts/ask-live.eval'
import { translateText } from '@/prompts/translate-text/contract'

const texts = {
  en: ['Only `politicalparty` counts; governments never do.', 'Give the {items} of each {group}, or “none”.'],
  zh: ['只标 `politicalparty`，政府一律不标。', '给出每个{group}的{items}，没有则写“无”。'],
}

it.each(['en', 'zh'] as const)('carries limits, names and slots over from %s', async (from) => {
  const to = from === 'en' ? 'zh' : 'en'
  const said = await askLive(translateText, {
    from,
    to,
    kind: 'guideline',
    kept: ['politicalparty'],
    texts: texts[from],
  })
  expect(said.texts.map(isChinese)).toEqual(to === 'zh' ? [true, true] : [false, false])
  expect(said.texts[0]).toContain('politicalparty')
  expect(said.texts[0]).toMatch(to === 'en' ? /only/i : /只|仅/)
  expect(said.texts[1]).toMatch(/\{items\}/)
})
