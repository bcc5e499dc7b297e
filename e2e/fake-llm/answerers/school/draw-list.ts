/** One of a list that is not empty. */
export function pick<Item>(list: readonly Item[], draw: () => number): Item {
  return list[Math.floor(draw() * list.length)]!
}

/** So many of a list, in their order. */
export function some<Item>(list: readonly Item[], count: number, draw: () => number): Item[] {
  const left = list.map((_, at) => at)
  while (left.length > count) left.splice(Math.floor(draw() * left.length), 1)
  return left.map((at) => list[at]!)
}

/** A list in another order. */
export function shuffled<Item>(list: readonly Item[], draw: () => number): Item[] {
  const rest = [...list]
  return list.map(() => rest.splice(Math.floor(draw() * rest.length), 1)[0]!)
}

/** A whole number from one to another, both of them possible. */
export function between(from: number, to: number, draw: () => number): number {
  return from + Math.floor(draw() * (to - from + 1))
}
