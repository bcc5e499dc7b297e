import { expect, it } from 'vitest'
import { planEmptyAnswers } from '@/lib/synthesis/plan-empty-answers'

it('lets instances with every label leave their part of the empty answers to the others', () => {
  const plan = planEmptyAnswers(0.2, { instances: 1000, withoutGold: 50, withAll: 450 })
  expect(plan.keep).toBe(1)
  expect(50 + plan.make * 500).toBeCloseTo(200)
})

it('asks as many in vain as there are, where the share cannot be met', () => {
  expect(planEmptyAnswers(0.5, { instances: 100, withoutGold: 10, withAll: 70 })).toEqual({
    keep: 1,
    make: 1,
  })
  expect(planEmptyAnswers(0.5, { instances: 100, withoutGold: 0, withAll: 100 })).toEqual({
    keep: 1,
    make: 0,
  })
})
