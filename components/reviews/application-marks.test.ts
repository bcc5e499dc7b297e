import { expect, it } from 'vitest'
import { markApplication, marksOf, sampleOf } from '@/components/reviews/application-marks'

it('counts what was found in the random sample, and nothing else', () => {
  expect(sampleOf('v')).toBeUndefined()
  markApplication('v', 1, { right: true, drawn: true })
  markApplication('v', 2, { right: false, reason: 'Part of the name', drawn: true })
  markApplication('v', 3, { right: false, reason: 'Rare', drawn: false })
  expect(sampleOf('v')).toEqual({ right: 1, wrong: 1 })
  markApplication('v', 2, null)
  expect(sampleOf('v')).toEqual({ right: 1, wrong: 0 })
  expect([...marksOf('v').keys()]).toEqual([1, 3])
  expect(sampleOf('w')).toBeUndefined()
})
