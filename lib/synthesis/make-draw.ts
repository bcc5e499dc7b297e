import { hash } from 'node:crypto'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'

/** The only chance that composition knows. Equal names draw equal numbers, on any machine and in any order of records. */
export class Draw {
  private readonly numbers

  constructor(
    state: readonly [number, number, number, number],
    readonly copy: number,
  ) {
    this.numbers = xoroshiro128plusFromState(state)
  }

  /** In [0, 1). */
  fraction(): number {
    return (this.numbers.next() >>> 0) / 0x1_0000_0000
  }

  /** One of a list that is not empty. */
  pick<Item>(list: readonly Item[]): Item {
    return list[this.below(list.length)]!
  }

  /** At most `count` of a list, in random order. */
  take<Item>(list: readonly Item[], count: number): Item[] {
    const rest = [...list]
    const size = Math.min(count, rest.length)
    for (let at = 0; at < size; at++) {
      const from = at + this.below(rest.length - at)
      const moved = rest[at]!
      rest[at] = rest[from]!
      rest[from] = moved
    }
    rest.length = size
    return rest
  }

  private below(limit: number): number {
    return uniformInt(this.numbers, 0, limit - 1)
  }
}

/** Numbers for one copy of one instance: the generator's whole state of 128 bits is a hash of (seed, instance, copy). */
export function makeDraw(of: { seed: number; instanceId: string; copy: number }): Draw {
  const state = hash('sha256', `draw/${of.seed}/${of.instanceId}/${of.copy}`, 'hex')
  const part = (at: number) => Number.parseInt(state.slice(at, at + 8), 16) | 0
  return new Draw([part(0), part(8), part(16), part(24)], of.copy)
}
