import { describe, expect, it } from 'vitest'
import { amountIn } from './amount'

describe('an amount', () => {
  it.each([
    [0, 'labels', '0 labels'],
    [1, 'labels', '1 label'],
    [1.2, 'labelled items', '1 labelled item'],
    [3482, 'instances', '3,482 instances'],
    [0, 'bytes', '0 B'],
    [1, 'bytes', '1 B'],
    [1340, 'bytes', '1.3 kB'],
    [595_636, 'bytes', '596 kB'],
    [5e9, 'bytes', '5.0 GB'],
  ])('%d %s is %s', (amount, unit, words) => {
    expect(amountIn(amount, unit)).toBe(words)
  })
})
