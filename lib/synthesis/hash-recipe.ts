import { licenceDemands } from '@/lib/corpora/licences/model'
import { contentHash } from '@/lib/platform/hash'
import type { Recipe } from '@/lib/synthesis/model'

/**
 * What a recipe makes, in one hash: its name does not count, so recipes that differ in name alone compose equal bytes. A choice
 * that came later counts only where it is made, so recipes of before keep their hash.
 */
export function hashRecipe({
  name: _name,
  labelNames,
  licences,
  ablation,
  pairs,
  ...content
}: Recipe): string {
  return contentHash({
    ...content,
    ...(labelNames !== 'raw' && { labelNames }),
    ...(ablation && { ablation }),
    ...(pairs && { pairs }),
    ...(licences.length < licenceDemands.length && { licences }),
  })
}
