'use client'

import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { compareRecipes } from '@/components/recipes/compare-recipes'
import { useRecipeWords } from '@/components/recipes/recipe-words'
import type { Recipe } from '@/lib/synthesis/model'

type Props = { before: Recipe; after: Recipe; corpora: readonly { id: string; name: string }[] }

/** What one recipe has otherwise than another, setting by setting: old, then new. */
export function RecipeChanges({ before, after, corpora }: Props) {
  const t = useTranslations('recipes')
  const { settingName, valueText } = useRecipeWords(corpora)
  const changes = compareRecipes(before, after)
  if (changes.length === 0) return <p className="text-muted">{t('same')}</p>
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-x-4 gap-y-1 max-sm:grid-cols-1">
      {changes.map(({ path, before: old, after: now }) => (
        <div key={path.join('/')} className="contents">
          <dt className="min-w-0 truncate">{settingName(path)}</dt>
          <dd className="flex min-w-0 flex-wrap items-center gap-1.5 tabular-nums max-sm:pb-1">
            <del className="text-muted no-underline">{valueText(path, old)}</del>
            <ArrowRight className="size-3 shrink-0 text-muted" aria-label={t('becomes')} />
            <ins className="font-medium no-underline">{valueText(path, now)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
