import { z } from 'zod'
import { recipeSchema } from '@/lib/synthesis/model'
import { savedRecipeSchema } from '@/lib/synthesis/recipes/schema'

/** A recipe on the bench may have no corpus for a while. */
const benchSchema = recipeSchema.extend({ corpora: z.array(recipeSchema.shape.corpora.element).max(50) })

const draftSchema = z.object({ recipe: benchSchema, opened: savedRecipeSchema.nullable() })
/** A recipe that is being worked on, and the saved one that it is made from. */
export type Draft = z.infer<typeof draftSchema>

const keptSchema = draftSchema.extend({ aside: draftSchema.nullable() })
/** What lies on the bench, and what was put aside for it. */
export type Bench = z.infer<typeof keptSchema>

const keyOf = (project: string) => `gloss-recipe-draft-${project}`

/** What this browser kept of a project's bench, without corpora that are not there any more; null where that is nothing. */
export function readBench(
  storage: Pick<Storage, 'getItem'>,
  { project, corpora }: { project: string; corpora: readonly { id: string }[] },
): Bench | null {
  const kept = keptSchema.safeParse(parse(storage.getItem(keyOf(project))))
  if (!kept.success) return null
  const isHere = ({ id }: { id: string }) => corpora.some((one) => one.id === id)
  const here = (draft: Draft) => ({
    ...draft,
    recipe: { ...draft.recipe, corpora: draft.recipe.corpora.filter(isHere) },
  })
  return { ...here(kept.data), aside: kept.data.aside && here(kept.data.aside) }
}

export function keepBench(storage: Pick<Storage, 'setItem'>, project: string, bench: Bench): void {
  try {
    storage.setItem(keyOf(project), JSON.stringify(bench))
  } catch {
    // A browser that keeps nothing, or has no room: the recipe is still on the screen.
  }
}

export function forgetBench(storage: Pick<Storage, 'removeItem'>, project: string): void {
  storage.removeItem(keyOf(project))
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}
