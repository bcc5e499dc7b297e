import { createHash } from 'node:crypto'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'

/** The only chance that composition knows. Equal names draw equal numbers, on any machine and in any order of records. */
export type Draw = {
  copy: number
  /** In [0, 1). */
  fraction(): number
  /** One of a list that is not empty. */
  pick<Item>(list: readonly Item[]): Item
  /** At most `count` of a list, in random order. */
  take<Item>(list: readonly Item[], count: number): Item[]
}

/** Numbers for one copy of one instance: the generator's whole state of 128 bits is a hash of (seed, instance, copy). */
export function makeDraw(of: { seed: number; instanceId: string; copy: number }): Draw {
  const state = createHash('sha256').update(`draw/${of.seed}/${of.instanceId}/${of.copy}`).digest()
  const numbers = xoroshiro128plusFromState([0, 4, 8, 12].map((at) => state.readInt32BE(at)))
  const below = (limit: number) => uniformInt(numbers, 0, limit - 1)
  return {
    copy: of.copy,
    fraction: () => (numbers.next() >>> 0) / 0x1_0000_0000,
    pick: (list) => list[below(list.length)]!,
    take(list, count) {
      const rest = [...list]
      const size = Math.min(count, rest.length)
      for (let at = 0; at < size; at++) {
        const from = at + below(rest.length - at)
        const moved = rest[at]!
        rest[at] = rest[from]!
        rest[from] = moved
      }
      rest.length = size
      return rest
    },
  }
}
