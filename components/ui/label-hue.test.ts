import { describe, expect, it } from 'vitest'
import { huesOf } from '@/components/ui/label-hue'

const labels = ['person', 'place', 'vessel', 'law', 'office', 'organisation', 'date', 'cargo']

describe('the hues of labels', () => {
  it('are all different, up to twelve of them', () => {
    const twelve = [...labels, 'port', 'storm', 'route', 'crew']
    expect(new Set(huesOf(twelve).values()).size).toBe(12)
    expect([...huesOf(twelve).values()].sort((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ])
    expect(new Set(huesOf(labels.slice(0, 6)).values()).size).toBe(6)
  })

  it('stay when another label becomes the commonest', () => {
    expect(huesOf(labels.toReversed())).toEqual(huesOf(labels))
  })

  it('stay for nearly all labels when one comes or goes', () => {
    const [before, after] = [huesOf(labels), huesOf(labels.slice(1))]
    const moved = labels.slice(1).filter((label) => before.get(label) !== after.get(label))
    expect(moved.length).toBeLessThanOrEqual(2)
  })
})
