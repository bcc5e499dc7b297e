import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { recipeSchema } from '@/lib/synthesis/model'
import { usageFailure } from './failure'

/** As the screens give a recipe to take along: its corpora by id, and what those are called. */
const recipeFileSchema = z.object({
  recipe: recipeSchema,
  corpusNames: z.record(z.string(), z.string()).default({}),
})

export type RecipeInput = Partial<z.input<typeof recipeSchema>>
type Chosen = { recipe: RecipeInput; corpora: { word: string; said: Partial<RecipeCorpus> }[] }
type RecipeCorpus = z.output<typeof recipeSchema>['corpora'][number]

/** A recipe from a file, or none; what is asked besides goes before what it says. Corpora are named as the command line names them. */
export function chooseRecipe(
  asked: RecipeInput,
  given: { recipe?: string; corpora?: readonly string[] },
): Chosen {
  const written = given.recipe === undefined ? null : readRecipe(given.recipe)
  if (!written && !given.corpora) throw usageFailure('It takes --corpora, or a --recipe that names them.')
  const said = Object.fromEntries(
    Object.entries(asked).filter(([name, value]) => value !== undefined && name in recipeSchema.shape),
  )
  const { corpora: own = [], ...recipe } = written?.recipe ?? {}
  const named = own.map(({ id, ...rest }) => ({ word: written?.corpusNames[id] ?? id, said: rest }))
  const asSaid = (word: string) => named.find((one) => one.word === word) ?? { word, said: {} }
  return { recipe: { ...recipe, ...said }, corpora: given.corpora?.map(asSaid) ?? named }
}

function readRecipe(file: string): z.output<typeof recipeFileSchema> {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw usageFailure(`${file} is no recipe: ${(cause as Error).message}`)
  }
  const isFile = typeof value === 'object' && value !== null && 'recipe' in value
  const result = recipeFileSchema.safeParse(isFile ? value : { recipe: value })
  if (result.success) return result.data
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw usageFailure(`${file} does not fit: ${faults.join('; ')}`)
}
