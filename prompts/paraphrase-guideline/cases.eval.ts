import { expect, it } from 'vitest'
import { askLive, caseOf, isChinese } from '@/prompts/ask-live.eval'
import { paraphraseGuideline } from '@/prompts/paraphrase-guideline/contract'

const definition =
  'An organisation that puts up candidates in elections. Only parties by name count; coalitions never do.'

it.each(['en', 'zh'] as const)(
  'says the same in other words, in both languages, from %s',
  async (language) => {
    const { input } = caseOf('paraphrase-guideline', { form: 'ner', language: 'en' })
    const wordings = ['Parties by their names, as far as they stand in elections. Coalitions are left out.']
    const given = input as { guideline: object }
    const guideline = {
      ...given.guideline,
      definition: language === 'en' ? definition : '参加选举的组织，只标有名称的政党，联盟一律不标。',
    }
    const said = await askLive(paraphraseGuideline, {
      ...given,
      language,
      guideline,
      known: { en: wordings, zh: [] },
    })
    expect(said.en.some(isChinese)).toBe(false)
    expect(said.zh.every(isChinese)).toBe(true)
    expect(new Set([...said.en, ...said.zh, ...wordings, definition]).size).toBe(
      said.en.length + said.zh.length + 2,
    )
    for (const one of said.en) expect(one).toMatch(/coalition/i)
    for (const one of said.zh) expect(one).toMatch(/联盟|联合/)
  },
)
