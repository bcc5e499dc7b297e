import { expect, it } from 'vitest'
import { scoreKg } from '@/lib/tasks/kg/score'

it('counts entities by their names and attributes one by one', () => {
  const expected = [
    { label: 'person', items: [{ name: 'Ida', born: '1880', works: ['Tides', 'Salt'], home: null }] },
  ]
  const given = [
    {
      label: 'person',
      items: [
        { name: 'Ida', born: '1881', works: 'Salt', home: null },
        { name: 'Ole', born: '1880', works: null, home: 'Oslo' },
      ],
    },
  ]
  const { overall } = scoreKg([{ expected, given, language: 'en' }])
  // Names: Ida of two given, one expected. Attributes: Salt of four given (1881, Salt, 1880 of Ole, Oslo), three expected.
  expect(overall).toMatchObject({ entityMicroPrecision: 1 / 2, entityMicroRecall: 1, entityMicroF1: 2 / 3 })
  expect(overall).toMatchObject({ attributeMicroPrecision: 1 / 4, attributeMicroRecall: 1 / 3 })
  expect(overall.attributeMicroF1).toBeCloseTo(2 / 7)
})
