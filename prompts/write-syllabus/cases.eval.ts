import { expect, it } from 'vitest'
import { askLive, isChinese } from '@/prompts/ask-live.eval'
import { writeSyllabus } from '@/prompts/write-syllabus/contract'

const discipline = { name: { en: 'Forestry', zh: '林业' }, above: ['Agriculture'] }
const subject = {
  name: { en: 'Wildfire management', zh: '林火管理' },
  level: 'intermediate',
  introduction: 'How forest fires start, spread and are fought.',
  subtopics: ['Fuel and weather', 'Fire behaviour', 'Prescribed burning', 'Suppression'],
}

it.each(['en', 'zh'] as const)('goes through the subtopics session by session, in %s', async (language) => {
  const { introduction, sessions } = await askLive(writeSyllabus, { language, subject, discipline })
  expect(isChinese(introduction)).toBe(language === 'zh')
  expect(sessions.length).toBeGreaterThanOrEqual(10)
  const concepts = sessions.flatMap((session) => session.concepts)
  expect(concepts.length / sessions.length).toBeGreaterThan(3)
  expect(concepts.some((concept) => /^(introduction|overview|practice|导论|概述|练习)$/i.test(concept))).toBe(
    false,
  )
  expect(concepts.join(' ')).toMatch(language === 'zh' ? /可燃物|燃料/ : /fuel/i)
})
