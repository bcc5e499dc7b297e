import { contentHash } from '@/lib/platform/hash'
import type { Recipe } from '@/lib/synthesis/model'

/** What a recipe makes, in one hash: its name does not count, so recipes that differ in name alone compose equal bytes. */
export function hashRecipe({ name: _name, ...content }: Recipe): string {
  return contentHash(content)
}
