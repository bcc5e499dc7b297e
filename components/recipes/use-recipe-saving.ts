'use client'

import { useState } from 'react'
import { useSaveRecipe } from '@/components/recipes/recipes.query'
import type { RecipeDraft } from '@/components/recipes/use-recipe-draft'
import { CallError } from '@/lib/platform/call-endpoint'
import type { SavedRecipe } from '@/lib/synthesis/recipes/schema'

/** Saves the recipe on the bench. Where somebody else saved under its name meanwhile, `conflict` is what they saved. */
export function useRecipeSaving(
  project: string,
  draft: RecipeDraft,
  { list }: { list: readonly SavedRecipe[] },
) {
  const save = useSaveRecipe(project)
  const [wanted, setWanted] = useState<string | null>(null)
  const { recipe, opened } = draft
  const send = (name: string, basedOn: number) => {
    setWanted(name)
    save.mutate({ recipe: { ...recipe, name }, basedOn }, { onSuccess: draft.saved })
  }
  const isRefused = save.error instanceof CallError && save.error.body.reason === 'recipe-changed'
  const conflict = isRefused ? (list.find(({ name }) => name === wanted) ?? null) : null
  return {
    isPending: save.isPending,
    error: save.error,
    conflict,
    save: () => opened && send(opened.name, opened.number),
    saveAs: (name: string) => send(name, name === opened?.name ? opened.number : 0),
    saveOver: () => conflict && send(conflict.name, conflict.number),
    openTheirs: () => {
      save.reset()
      if (conflict) draft.open(conflict.recipe, conflict)
    },
  }
}
