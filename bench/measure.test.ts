import { expect, it } from 'vitest'
import { percentile, round, timed } from './measure'

it('takes the value below which a share lies', () => {
  const values = Array.from({ length: 100 }, (_, at) => 100 - at)
  expect(percentile(values, 0.95)).toBe(95)
  expect(percentile([7], 0.5)).toBe(7)
})

it('rounds to significant digits and never away from whole numbers', () => {
  expect(round(0.123456)).toBe(0.123)
  expect(round(123456.7)).toBe(123457)
})

it('sees a peak that is over before the work ends', async () => {
  const quiet = await timed(() => 1)
  const loud = await timed(() => Buffer.alloc(200 * 2 ** 20, 1).length)
  expect(loud.peakRssMb).toBeGreaterThan(quiet.peakRssMb + 150)
})
