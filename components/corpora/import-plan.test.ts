import { describe, expect, it } from 'vitest'
import { labelsAfter, NO_PLAN, readLabels, withFix, withoutFix } from '@/components/corpora/import-plan'
import type { Fix } from '@/lib/corpora/fixes/model'

const merge: Fix = { kind: 'relabel', from: ['Craft', 'crafts'], to: 'craft', part: 'label' }
const drop: Fix = { kind: 'drop-label', from: ['noise'], part: 'label' }
const once: Fix = { kind: 'drop-instances', problem: 'exact-duplicate', keep: 'first' }
const count = (label: string, items: number) => ({ label, items, instances: items })
const labels = [count('craft', 5), count('Craft', 3), count('noise', 2), count('crafts', 1)]

describe('the plan of an import', () => {
  it('settles labels before instances are judged', () => {
    const plan = [once, merge, drop].reduce(withFix, NO_PLAN)
    expect(plan.fixes).toEqual([merge, drop, once])
  })

  it('has one step for a problem: another choice takes its place', () => {
    const none: Fix = { ...once, keep: 'none' }
    expect([once, merge, none].reduce(withFix, NO_PLAN).fixes).toEqual([merge, none])
  })

  it('takes back a step and leaves the others', () => {
    const plan = [merge, drop].reduce(withFix, NO_PLAN)
    expect(withoutFix(plan, merge).fixes).toEqual([drop])
  })

  it('counts the labels as its steps leave them, one after the other', () => {
    expect(labelsAfter(labels, [merge, drop])).toEqual([count('craft', 9)])
    const back: Fix = { kind: 'relabel', from: ['craft'], to: 'boat', part: 'label' }
    expect(labelsAfter(labels, [merge, back, once])).toEqual([count('boat', 9), count('noise', 2)])
    expect(labelsAfter(labels, [])).toEqual(labels)
  })
})

it('labels are listed one a line or with commas between, each once', () => {
  expect(readLabels('person, place\n vessel\n\nplace，人名')).toEqual(['person', 'place', 'vessel', '人名'])
})
