import type { Recipe } from '@/lib/synthesis/model'

/**
 * The chance of an instance of each corpus to be taken. Corpora count by weight times size to the power of the temperature, so
 * that 0 takes as many of each and 1 every instance; the corpus that is wanted most is taken whole, and none gives more than
 * about its cap.
 */
export function planCorpora(
  { corpora, temperature, copies }: Pick<Recipe, 'corpora' | 'temperature' | 'copies'>,
  sizes: ReadonlyMap<string, number>,
): Map<string, number> {
  const sized = corpora.map((one) => ({ ...one, size: Math.max(1, sizes.get(one.id) ?? 0) }))
  const wanted = sized.map(({ weight, size }) => weight * size ** (temperature - 1))
  const most = Math.max(...wanted)
  return new Map(
    sized.map(({ id, cap, size }, at) => {
      const allowed = cap === null ? 1 : cap / (size * copies)
      return [id, Math.min(1, wanted[at]! / most, allowed)]
    }),
  )
}
