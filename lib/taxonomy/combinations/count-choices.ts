import { MOST_CONCEPTS, MOST_PICKED } from '@/lib/taxonomy/combinations/model'

const WIDTH = MOST_PICKED + 1
const table = fillTable()

/** In how many ways so many can be chosen of so many: C(of, count). */
export function countChoices(of: number, count: number): number {
  return count > MOST_PICKED || count < 0 ? 0 : table[of * WIDTH + count]!
}

function fillTable(): Float64Array {
  const filled = new Float64Array((2 * MOST_CONCEPTS + 1) * WIDTH)
  for (let of = 0; of <= 2 * MOST_CONCEPTS; of++)
    for (let count = 0; count < WIDTH; count++)
      filled[of * WIDTH + count] =
        count === 0
          ? 1
          : of === 0
            ? 0
            : filled[(of - 1) * WIDTH + count]! + filled[(of - 1) * WIDTH + count - 1]!
  return filled
}
