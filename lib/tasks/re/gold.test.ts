import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalReGold, type Entity, type ReGold, reFaults, reGoldSchema } from '@/lib/tasks/re/gold'
import { hostileRelations, reversedRelations } from '@/prisma/factories/golds'

const entity = (start: number, end: number, more: Partial<Entity> = {}): Entity => ({
  start,
  end,
  label: 'a',
  ...more,
})

describe('canonical gold of relations', () => {
  it('moves the ends of relations along with their entities, and keeps several between the same ends', () => {
    const gold = {
      entities: [entity(8, 11), entity(0, 3), entity(0, 11), entity(0, 3)],
      relations: [
        { type: 's', head: 0, tail: 3 },
        { type: 'r', head: 1, tail: 0 },
        { type: 'q', head: 3, tail: 0 },
        { type: 'r', head: 3, tail: 0 },
      ],
    }
    expect(canonicalReGold(gold)).toEqual({
      entities: [entity(0, 11), entity(0, 3), entity(8, 11)],
      relations: [
        { type: 'q', head: 1, tail: 2 },
        { type: 'r', head: 1, tail: 2 },
        { type: 's', head: 2, tail: 1 },
      ],
    })
  })

  it('keeps apart entities of one place that differ in type, further mentions or attributes', () => {
    const entities = [
      entity(0, 3, { also: [[5, 8]] }),
      entity(0, 3, { attributes: { born: '1880' } }),
      entity(0, 3, { label: '' }),
      entity(0, 3),
    ]
    expect(canonicalReGold({ entities, relations: [] }).entities).toHaveLength(4)
  })

  it('writes attributes and further mentions in one way', () => {
    const also: [number, number][] = [
      [9, 10],
      [5, 8],
      [9, 10],
    ]
    const given = entity(0, 3, { also, attributes: { z: ['x'], a: ['y', 'x', 'y'] } })
    const [written] = canonicalReGold({ entities: [given], relations: [] }).entities
    expect(JSON.stringify(written)).toBe(
      '{"start":0,"end":3,"label":"a","also":[[5,8],[9,10]],"attributes":{"a":["x","y"],"z":"x"}}',
    )
  })

  it('is the same whatever the order, and canonical already', () => {
    fc.assert(
      fc.property(hostileRelations, ({ text, gold: given }) => {
        const gold = canonicalReGold(given)
        expect(canonicalReGold(gold)).toStrictEqual(gold)
        expect(canonicalReGold(reversedRelations(given))).toStrictEqual(gold)
        expect(reGoldSchema.parse(gold)).toStrictEqual(gold)
        expect(reFaults(text, gold)).toEqual([])
      }),
    )
  })
})

describe('faults of relations', () => {
  const gold = (given: Partial<ReGold>): ReGold => ({ entities: [entity(0, 2)], relations: [], ...given })

  it.each([
    [{ entities: [entity(0, 4)] }, 'entities[0]: it ends at 4, and the text has 3 characters.'],
    [{ entities: [entity(0, 1, { label: ' ' })] }, 'entities[0]: its label is nothing but space.'],
    [
      { entities: [entity(0, 1, { also: [[2, 5]] })] },
      'entities[0].also[0]: it ends at 5, and the text has 3 characters.',
    ],
    [{ entities: [entity(0, 1, { attributes: { ' ': 'x' } })] }, 'entities[0]: an attribute has no name.'],
    [
      { entities: [entity(0, 1, { attributes: { a: ['x', ''] } })] },
      'entities[0]: its attribute “a” is empty.',
    ],
    [{ relations: [{ type: ' ', head: 0, tail: 0 }] }, 'relations[0]: its type is empty.'],
    [{ relations: [{ type: 'r', head: 0, tail: 1 }] }, 'relations[0].tail: there is no entity 1.'],
    [{ relations: [{ type: 'r', head: 7, tail: 0 }] }, 'relations[0].head: there is no entity 7.'],
  ])('%j', (given, fault) => {
    expect(reFaults('a🚢b', gold(given))).toEqual([fault])
  })

  it('are not there for an entity without a type', () => {
    expect(reFaults('a🚢b', gold({ entities: [entity(0, 3, { label: '' })] }))).toEqual([])
  })
})
