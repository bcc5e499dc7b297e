'use client'

import { useEffect, useState } from 'react'
import { compareRecipes } from '@/components/recipes/compare-recipes'
import { type Bench, type Draft, forgetBench, keepBench, readBench } from '@/components/recipes/kept-draft'
import type { Recipe } from '@/lib/synthesis/model'
import { type PresetName, withPreset } from '@/lib/synthesis/presets/model'
import type { SavedRecipe } from '@/lib/synthesis/recipes/schema'

export type RecipeDraft = Draft & {
  isChanged: boolean
  /** What was worked on before another recipe was opened over it. */
  aside: Draft | null
  change: (recipe: Recipe) => void
  preset: (preset: PresetName) => void
  /** Takes another recipe; what was not saved is put aside. */
  open: (recipe: Recipe, opened: SavedRecipe | null) => void
  /** Takes back what was changed since it was saved or begun, and puts it aside. */
  reset: () => void
  /** Leaves the saved recipe and begins from the first one again. */
  begin: () => void
  saved: (opened: SavedRecipe) => void
  renamed: (opened: SavedRecipe) => void
  /** The saved one is gone; what is on the bench stays. */
  deleted: () => void
  bringBack: () => void
  forgetAside: () => void
}

type Given = { project: string; corpora: readonly { id: string }[] }

/** The recipe on the bench of a project. This browser keeps it: it is there again when one comes back. */
export function useRecipeDraft(first: Recipe, given: Given): RecipeDraft {
  const [bench, setBench] = useState<Bench>(
    () => readBench(window.localStorage, given) ?? { recipe: first, opened: null, aside: null },
  )
  const { recipe, opened, aside } = bench
  const isChanged = compareRecipes(opened?.recipe ?? first, recipe).length > 0
  const { project } = given
  const isBlank = !isChanged && !opened && !aside
  useEffect(() => {
    if (isBlank) forgetBench(window.localStorage, project)
    else keepBench(window.localStorage, project, bench)
  }, [project, bench, isBlank])
  const setDraft = (draft: Draft) => setBench({ ...draft, aside })
  const open: RecipeDraft['open'] = (next, from) =>
    setBench({ recipe: next, opened: from, aside: isChanged ? { recipe, opened } : null })
  return {
    recipe,
    opened,
    isChanged,
    aside,
    change: (next) => setDraft({ recipe: next, opened }),
    preset: (preset) => {
      const next = withPreset(recipe, preset)
      setDraft({ recipe: opened ? { ...next, name: recipe.name } : next, opened })
    },
    open,
    reset: () => open(opened?.recipe ?? first, opened),
    begin: () => open(first, null),
    saved: (next) => setDraft({ recipe: next.recipe, opened: next }),
    renamed: (next) => setDraft({ recipe: { ...recipe, name: next.name }, opened: next }),
    deleted: () => setDraft({ recipe, opened: null }),
    bringBack: () => {
      if (aside) setBench({ ...aside, aside: null })
    },
    forgetAside: () => setBench({ ...bench, aside: null }),
  }
}
