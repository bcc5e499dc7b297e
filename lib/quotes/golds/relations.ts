import { isDeepStrictEqual } from 'node:util'
import { Faults, type QuotedShape } from '@/lib/quotes/golds/shape'
import { locateQuote, quotePlace } from '@/lib/quotes/locate-quote'
import type { QuotedGold } from '@/lib/quotes/model'
import type { Entity, ReGold } from '@/lib/tasks/re/gold'

type Quoted = QuotedGold<'re'>

/** Entities keep their further mentions and attributes as long as they keep their id and their words. */
export const relations: QuotedShape<ReGold, Quoted> = {
  quote: (text, { entities, relations: own }) => ({
    entities: entities.map((entity, at) => ({
      id: idOf(at),
      ...quotePlace(text, entity),
      label: entity.label,
    })),
    relations: own.map(({ head, type, tail }) => ({ head: idOf(head), type, tail: idOf(tail) })),
  }),
  locate({ text, before, quoted }) {
    const faults = new Faults()
    const known = new Map(before.entities.map((entity, at) => [idOf(at), entity]))
    const entities = quoted.entities.flatMap(({ id, label, quote, nth }, at): Entity[] => {
      const old = known.get(id)
      if (old && isDeepStrictEqual(quotePlace(text, old), { quote, nth })) return [{ ...old, label }]
      const found = faults.take(locateQuote(text, { quote, nth }), `entities[${at}]`)
      return found ? [{ ...found.extent, label }] : []
    })
    const ids = quoted.entities.map(({ id }) => id)
    if (new Set(ids).size < ids.length) faults.add('entities: two have the same id.')
    const indexOf = (id: string, where: string) => {
      const at = ids.indexOf(id)
      if (at < 0) faults.add(`${where}: there is no entity with the id “${id}”.`)
      return at
    }
    const own = quoted.relations.map(({ head, type, tail }, at) => ({
      head: indexOf(head, `relations[${at}].head`),
      type,
      tail: indexOf(tail, `relations[${at}].tail`),
    }))
    return faults.or(() => ({ entities, relations: own }))
  },
}

const idOf = (at: number) => `e${at + 1}`
