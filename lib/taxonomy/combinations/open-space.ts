import { countInNumbers } from '@/lib/taxonomy/combinations/count-combinations'
import {
  combinationStrategies,
  type NumberedCombination,
  type WalkedSubject,
} from '@/lib/taxonomy/combinations/model'
import { permuteRange } from '@/lib/taxonomy/combinations/permute-range'

export type InSpace = NumberedCombination & { key: string }

/** All combinations of many syllabi as one space, in an order of its own. Every one is as likely as any other to stand first. */
export type Space = { size: bigint; at(position: number): InSpace }

export function openSpace(subjects: readonly WalkedSubject[], { seed }: { seed: number }): Space {
  const starts: number[] = []
  let size = 0n
  for (const { shape } of subjects) {
    const counted = countInNumbers(shape)
    for (const strategy of combinationStrategies) {
      starts.push(Number(size))
      size += BigInt(counted[strategy])
    }
  }
  if (size > BigInt(Number.MAX_SAFE_INTEGER))
    throw new RangeError(`${size} combinations are too many to be drawn from as one space.`)
  const names = subjects.map(({ key }) => key).join('\n')
  const order = permuteRange(Number(size), `combinations/${seed}/space/${names}`)
  return {
    size,
    at(position) {
      const number = order.at(position)
      let [low, high] = [0, starts.length]
      while (high - low > 1) {
        const middle = (low + high) >>> 1
        if (starts[middle]! <= number) low = middle
        else high = middle
      }
      const strategy = combinationStrategies[low % 2]!
      return { key: subjects[low >>> 1]!.key, strategy, rank: number - starts[low]! }
    },
  }
}
