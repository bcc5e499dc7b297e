import { expect, it } from 'vitest'
import { askLive, isChinese } from '@/prompts/ask-live.eval'
import { draftFields } from '@/prompts/draft-fields/contract'

const agriculture = { level: 'field', name: { en: 'Agriculture', zh: '农业' } }

it.each(['en', 'zh'] as const)(
  'lays out a field in names of both languages, with notes in %s',
  async (language) => {
    const { nodes } = await askLive(draftFields, { language, place: [agriculture] })
    expect(nodes.filter(({ level }) => level === 'discipline').length).toBeGreaterThan(5)
    expect(nodes.every(({ name }) => isChinese(name.zh) && !isChinese(name.en))).toBe(true)
    expect(isChinese(nodes.map(({ note }) => note).join(''))).toBe(language === 'zh')
  },
)

it('lays out the whole, trades as well as sciences', async () => {
  const { nodes } = await askLive(draftFields, { language: 'en', view: 'whole' })
  expect(nodes.filter(({ level }) => level === 'discipline').length).toBeGreaterThan(80)
  expect(nodes.some(({ name }) => /manufactur|craft|retail|hospitality|forest|fish/i.test(name.en))).toBe(
    true,
  )
})

it('does not bring back what people removed', async () => {
  const removed = [{ en: 'Astrology', zh: '占星术' }]
  const { nodes } = await askLive(draftFields, { language: 'en', view: 'daily-life', removed })
  expect(nodes.some(({ name }) => /astrolog/i.test(name.en))).toBe(false)
})
