import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignSplit, splitOf } from '@/lib/exports/assign-split'
import type { ExportedInstruction } from '@/lib/exports/formats/model'

const record = (given: { instanceId: string; input?: string; dupGroup?: string }) =>
  ({
    instruction: 'Ask',
    input: given.input ?? given.instanceId,
    provenance: { instanceId: given.instanceId, dupGroup: given.dupGroup },
  }) as unknown as ExportedInstruction

const shares = { validation: 0.2, test: 0.1, seed: 42 }

describe('the split of a record', () => {
  it('is the same for all records of an instance, and for all instances of a text or a duplicate group', () => {
    const group = fc.record({
      instanceId: fc.uuid(),
      dupGroup: fc.option(fc.uuid(), { nil: undefined }),
      text: fc.string(),
    })
    fc.assert(
      fc.property(group, fc.uuid(), ({ instanceId, dupGroup, text }, other) => {
        const find = assignSplit(shares)
        const split = find(record({ instanceId, dupGroup, input: text }))
        expect(find(record({ instanceId, dupGroup, input: `${text} asked otherwise` }))).toBe(split)
        expect(assignSplit(shares)(record({ instanceId: other, dupGroup, input: ` ${text}\n` }))).toBe(split)
      }),
    )
  })

  it('comes near to the shares, changes with the seed and with nothing else', () => {
    const groups = Array.from({ length: 20_000 }, (_, at) => `group ${at}`)
    const counts = { train: 0, validation: 0, test: 0 }
    for (const group of groups) counts[splitOf(group, shares)]++
    expect(counts.test / groups.length).toBeCloseTo(0.1, 1)
    expect(counts.validation / groups.length).toBeCloseTo(0.2, 1)
    const moved = groups.filter((one) => splitOf(one, shares) !== splitOf(one, { ...shares, seed: 43 }))
    expect(moved.length).toBeGreaterThan(5_000)
  })

  it('keeps the test split where it is when the validation share grows', () => {
    const groups = Array.from({ length: 2_000 }, (_, at) => `group ${at}`)
    const inTest = (validation: number) =>
      groups.filter((one) => splitOf(one, { ...shares, validation }) === 'test')
    expect(inTest(0.5)).toEqual(inTest(0.05))
  })
})
