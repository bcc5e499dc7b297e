import { z } from 'zod'
import { zhCN } from 'zod/locales'
import { type Recipe, recipeSchema } from '@/lib/synthesis/model'

type Named = { id: string; name: string }

/** What is wrong in a file: where, and what, in words. */
export type RecipeFault = { path: string; message: string }
export type ReadRecipe =
  | {
      isRecipe: true
      recipe: Recipe /** Names of corpora that are not here. */
      missing: string[]
      unknown: string[]
    }
  | { isRecipe: false; faults: RecipeFault[] }

/** A recipe as a file that another project can read: its corpora are named. */
export function writeRecipeFile(recipe: Recipe, corpora: readonly Named[]): string {
  const chosen = new Set(recipe.corpora.map(({ id }) => id))
  const names = corpora.filter(({ id }) => chosen.has(id)).map(({ id, name }) => [id, name])
  return `${JSON.stringify({ recipe, corpusNames: Object.fromEntries(names) }, null, 2)}\n`
}

const fileSchema = z.object({
  recipe: recipeSchema,
  corpusNames: z.record(z.string(), z.string()).default({}),
})

/** Reads such a file, or a bare recipe. Corpora are found by id, else by name; those that are not here are left out, and told. */
export function readRecipeFile(
  text: string,
  { corpora, locale }: { corpora: readonly Named[]; locale: string },
): ReadRecipe {
  const given = parseJson(text)
  if (given === undefined) return { isRecipe: false, faults: [] }
  const isFile = typeof given === 'object' && given !== null && 'recipe' in given
  const error = locale === 'zh' ? zhCN().localeError : undefined
  const read = fileSchema.safeParse(isFile ? given : { recipe: given }, error && { error })
  if (!read.success) return { isRecipe: false, faults: read.error.issues.map(faultOf) }
  const { recipe, corpusNames } = read.data
  const missing: string[] = []
  const found = recipe.corpora.flatMap((corpus) => {
    const name = corpusNames[corpus.id]
    const here = corpora.find(({ id }) => id === corpus.id) ?? corpora.find((one) => one.name === name)
    if (!here) missing.push(name ?? corpus.id)
    return here ? [{ ...corpus, id: here.id }] : []
  })
  return { isRecipe: true, recipe: { ...recipe, corpora: found }, missing, unknown: unknownIn(given) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function faultOf({ path, message }: { path: PropertyKey[]; message: string }): RecipeFault {
  const [first, ...rest] = path.map(String)
  return { path: (first === 'recipe' ? rest : path.map(String)).join('.'), message }
}

/** Settings that no recipe has: misspelt, or from a newer Gloss. */
function unknownIn(given: unknown): string[] {
  const recipe = (given as { recipe?: unknown }).recipe ?? given
  return Object.keys(recipe as object).filter((key) => !Object.hasOwn(recipeSchema.shape, key))
}
