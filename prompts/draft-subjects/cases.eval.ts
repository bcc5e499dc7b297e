import { expect, it } from 'vitest'
import { askLive, isChinese } from '@/prompts/ask-live.eval'
import { draftSubjects } from '@/prompts/draft-subjects/contract'

const discipline = {
  name: { en: 'Forestry', zh: '林业' },
  note: 'Growing, tending and using forests.',
  above: ['Agriculture'],
}

it.each(['en', 'zh'] as const)('designs a list with practice in it, in %s', async (language) => {
  const { subjects } = await askLive(draftSubjects, { language, discipline, wanted: 20 })
  expect(subjects.length).toBeGreaterThan(12)
  expect(subjects.every(({ name }) => isChinese(name.zh) && !isChinese(name.en))).toBe(true)
  expect(isChinese(subjects[0]!.introduction)).toBe(language === 'zh')
  expect(new Set(subjects.map(({ level }) => level)).size).toBeGreaterThan(1)
  expect(
    subjects.some(({ name }) => /law|safety|fire|machin|harvest|inventor|soil|pest/i.test(name.en)),
  ).toBe(true)
})

it('goes beyond the subjects that exist', async () => {
  const known = [
    { en: 'Silviculture', zh: '森林培育学' },
    { en: 'Forest ecology', zh: '森林生态学' },
  ]
  const { subjects } = await askLive(draftSubjects, { language: 'en', discipline, known, wanted: 15 })
  expect(
    subjects.filter(({ name }) => !/^(silviculture|forest ecology)$/i.test(name.en)).length,
  ).toBeGreaterThan(10)
})
