import { hash } from 'node:crypto'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'

type State = readonly [number, number, number, number]

/** The only chance that composition knows. Equal names draw equal numbers, on any machine and in any order of records. */
export class Draw {
  private made: RandomGenerator | undefined

  constructor(
    private readonly state: State,
    readonly copy: number,
  ) {}

  /** Most draws only give others their names. */
  private get numbers(): RandomGenerator {
    this.made ??= xoroshiro128plusFromState(this.state)
    return this.made
  }

  /**
   * The draw of one decision: its numbers depend on its name and on nothing that was drawn before, so that a decision that is
   * not made, or made otherwise, moves no other.
   */
  of(decision: string): Draw {
    const [a, b, c, d] = saltOf(decision)
    const [e, f, g, h] = this.state
    return new Draw([mix(a ^ e), mix(b ^ f), mix(c ^ g), mix(d ^ h)], this.copy)
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

  /** All of a list whose weight is above 0, each drawn by its weight among those that are left. */
  byWeight<Item>(list: readonly Item[], weightOf: (item: Item) => number): Item[] {
    const left = list.map((item) => ({ item, weight: weightOf(item) })).filter(({ weight }) => weight > 0)
    const drawn: Item[] = []
    while (left.length) {
      const wanted = this.fraction() * left.reduce((sum, { weight }) => sum + weight, 0)
      let passed = 0
      const at = left.findIndex(({ weight }) => {
        passed += weight
        return wanted < passed
      })
      drawn.push(...left.splice(at < 0 ? left.length - 1 : at, 1).map(({ item }) => item))
    }
    return drawn
  }

  private below(limit: number): number {
    return uniformInt(this.numbers, 0, limit - 1)
  }
}

/** Numbers for one copy of one instance: the generator's whole state of 128 bits is a hash of (seed, instance, copy). */
export function makeDraw(of: { seed: number; instanceId: string; copy: number }): Draw {
  return new Draw(hashState(`draw/${of.seed}/${of.instanceId}/${of.copy}`), of.copy)
}

function hashState(name: string): State {
  const bytes = hash('sha256', name, 'binary')
  return [numberAt(bytes, 0), numberAt(bytes, 4), numberAt(bytes, 8), numberAt(bytes, 12)]
}

function numberAt(bytes: string, at: number): number {
  const [first, second] = [bytes.charCodeAt(at) << 24, bytes.charCodeAt(at + 1) << 16]
  return first | second | (bytes.charCodeAt(at + 2) << 8) | bytes.charCodeAt(at + 3)
}

const salts = new Map<string, State>()

/** There are few decisions and many records: each name is hashed once. */
function saltOf(decision: string): State {
  const known = salts.get(decision)
  if (known) return known
  const made = hashState(`decision/${decision}`)
  salts.set(decision, made)
  return made
}

/** Every bit of the result depends on every bit given, and no two numbers give the same (the finalizer of MurmurHash3). */
function mix(given: number): number {
  let bits = given
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}
