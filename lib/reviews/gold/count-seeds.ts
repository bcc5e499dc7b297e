import { sha256 } from '@/lib/platform/hash'

/**
 * How many gold questions belong between the drafts that somebody was given from one number of theirs, left out, to another. In every
 * `every` things on the desk one is a gold question; at which place is drawn from the name of the desk, so that nobody can count on it
 * and everybody can repeat it.
 */
export function countSeeds(of: { every: number; desk: string; from: number; to: number }): number {
  const { every, desk, from, to } = of
  if (every < 2) return 0
  const drafts = every - 1
  let seeds = 0
  for (let block = Math.floor(from / drafts); block * drafts < to; block++) {
    const drawn = Number.parseInt(sha256(`${desk} ${block}`).slice(0, 8), 16) % drafts
    const place = block * drafts + drawn + 1
    if (place > from && place <= to) seeds++
  }
  return seeds
}
