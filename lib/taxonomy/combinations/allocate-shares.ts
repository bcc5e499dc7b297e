/** Who gets a share: by weight, counting what it holds already, at most so much more. `order` settles ties, the lowest first. */
export type Holder = { weight: number; held: number; limit: number; order: number }

/**
 * Shares out a whole number exactly: by largest remainder, so that what each holds in the end is in proportion to the weights. What is
 * too much for one goes to the others. Who holds more than its part already gets nothing. The sum is the total, or all that they can take.
 */
export function allocateShares(total: number, holders: readonly Holder[]): number[] {
  const taking = holders.map(({ weight, limit }) => (weight > 0 ? Math.max(0, limit) : 0))
  const wanted = Math.min(
    total,
    taking.reduce((sum, limit) => sum + limit, 0),
  )
  const level = findLevel(wanted, { holders, taking })
  const quotas = holders.map(({ weight, held }, at) =>
    Math.min(taking[at]!, Math.max(0, level * weight - held)),
  )
  const shares = quotas.map(Math.floor)
  const byRemainder = holders
    .map((_, at) => at)
    .filter((at) => taking[at]! > 0)
    .sort(
      (a, b) =>
        quotas[b]! - shares[b]! - (quotas[a]! - shares[a]!) || holders[a]!.order - holders[b]!.order || a - b,
    )
  let left = wanted - shares.reduce((sum, share) => sum + share, 0)
  while (left !== 0)
    for (const at of left > 0 ? byRemainder : byRemainder.toReversed()) {
      const next = shares[at]! + Math.sign(left)
      if (left === 0 || next < 0 || next > taking[at]!) continue
      left -= Math.sign(left)
      shares[at] = next
    }
  return shares
}

/** What a weight of 1 holds in the end: found by raising it from one point, where somebody begins or ends to take, to the next. */
function findLevel(
  wanted: number,
  { holders, taking }: { holders: readonly Holder[]; taking: readonly number[] },
): number {
  const points = holders.flatMap(({ weight, held }, at) =>
    taking[at]! > 0
      ? [
          { level: held / weight, rate: weight },
          { level: (held + taking[at]!) / weight, rate: -weight },
        ]
      : [],
  )
  points.sort((a, b) => a.level - b.level || b.rate - a.rate)
  let [level, rate, given] = [0, 0, 0]
  for (const point of points) {
    const reached = given + rate * (point.level - level)
    if (reached >= wanted) break
    ;[level, rate, given] = [point.level, rate + point.rate, reached]
  }
  return rate > 0 ? level + (wanted - given) / rate : level
}
