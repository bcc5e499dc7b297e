'use client'

import { useState } from 'react'
import { compareRecipes } from '@/components/recipes/compare-recipes'
import type { Recipe } from '@/lib/synthesis/model'
import { type PresetName, withPreset } from '@/lib/synthesis/presets/model'
import type { SavedRecipe } from '@/lib/synthesis/recipes/schema'

/** A recipe that is being worked on, and the saved one that it is made from. */
type Draft = { recipe: Recipe; opened: SavedRecipe | null }

export type RecipeDraft = Draft & {
  isChanged: boolean
  /** What was worked on before another recipe was opened over it. */
  aside: Draft | null
  change: (recipe: Recipe) => void
  preset: (preset: PresetName) => void
  /** Takes another recipe; what was not saved is put aside. */
  open: (recipe: Recipe, opened: SavedRecipe | null) => void
  /** Leaves the saved recipe and begins from the first one again. */
  begin: () => void
  saved: (opened: SavedRecipe) => void
  renamed: (opened: SavedRecipe) => void
  /** The saved one is gone; what is on the bench stays. */
  deleted: () => void
  bringBack: () => void
  forgetAside: () => void
}

export function useRecipeDraft(first: Recipe): RecipeDraft {
  const [draft, setDraft] = useState<Draft>({ recipe: first, opened: null })
  const [aside, setAside] = useState<Draft | null>(null)
  const { recipe, opened } = draft
  const isChanged = compareRecipes(opened?.recipe ?? first, recipe).length > 0
  const open: RecipeDraft['open'] = (next, from) => {
    setAside(isChanged ? draft : null)
    setDraft({ recipe: next, opened: from })
  }
  return {
    ...draft,
    isChanged,
    aside,
    change: (next) => setDraft({ recipe: next, opened }),
    preset: (preset) => {
      const next = withPreset(recipe, preset)
      setDraft({ recipe: opened ? { ...next, name: recipe.name } : next, opened })
    },
    open,
    begin: () => open(first, null),
    saved: (next) => setDraft({ recipe: next.recipe, opened: next }),
    renamed: (next) => setDraft({ recipe: { ...recipe, name: next.name }, opened: next }),
    deleted: () => setDraft({ recipe, opened: null }),
    bringBack: () => {
      if (aside) setDraft(aside)
      setAside(null)
    },
    forgetAside: () => setAside(null),
  }
}
