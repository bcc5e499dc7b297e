import type { Recipe } from '@/lib/synthesis/model'

/** One setting of a recipe that two recipes have differently; `undefined` where one of them does not have it. */
export type RecipeChange = { path: readonly string[]; before: unknown; after: unknown }

/**
 * What differs between two recipes, setting by setting, in the order of the recipe. Corpora are compared one by one, whatever
 * their order; names are not compared.
 */
export function compareRecipes(before: Recipe, after: Recipe): RecipeChange[] {
  const [old, now] = [settingsOf(before), settingsOf(after)]
  const paths = [...new Set([...old.keys(), ...now.keys()])]
  return paths
    .filter((path) => JSON.stringify(old.get(path)) !== JSON.stringify(now.get(path)))
    .map((path) => ({ path: path.split('/'), before: old.get(path), after: now.get(path) }))
}

function settingsOf({ name: _name, corpora, ...rest }: Recipe): Map<string, unknown> {
  const own = corpora.map(({ id, ...corpus }): [string, unknown] => [`corpora/${id}`, corpus])
  return new Map([...own, ...Object.entries(rest).flatMap(([key, value]) => leavesOf(key, value))])
}

/** Settings that are named numbers are compared number by number. */
function leavesOf(path: string, value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path, value]]
  return Object.entries(value).flatMap(([key, one]) => leavesOf(`${path}/${key}`, one))
}
