import { MOST_REFUSED } from '@/lib/synthesis/tally-run'

/** Which are like which, as many of the first ones as people look at. */
export type FirstPairs = { add(one: number, twin: number): void; first(): [number, number][] }

const HELD = 4096

/** They may come in any order, and in any number: only the first ones are held. */
export function firstPairs(most = MOST_REFUSED): FirstPairs {
  let pairs: [number, number][] = []
  const first = () => {
    pairs = pairs.sort(([one], [other]) => one - other).slice(0, most)
    return pairs
  }
  return {
    add(one, twin) {
      if (pairs.length >= HELD) first()
      pairs.push([one, twin])
    },
    first,
  }
}
