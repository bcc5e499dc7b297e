'use client'

import { useTranslations } from 'next-intl'
import { RecipeChanges } from '@/components/recipes/recipe-changes'
import { useRecipeVersions } from '@/components/recipes/recipes.query'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { rowsOf } from '@/components/ui/keyset'
import { Skeleton } from '@/components/ui/skeleton'
import { TimeAgo } from '@/components/ui/time-ago'
import type { SavedRecipe } from '@/lib/synthesis/recipes/schema'

type Props = {
  project: string
  opened: SavedRecipe
  corpora: readonly { id: string; name: string }[]
  onClose: () => void
  /** An older version is taken as a change to the newest: nothing is rewritten. */
  onTake: (version: SavedRecipe, newest: SavedRecipe) => void
}

/** The versions of a saved recipe, newest first, each with what it changed. */
export function VersionsDialog({ project, opened, corpora, onClose, onTake }: Props) {
  const t = useTranslations('recipes.versions')
  const ui = useTranslations('ui.table')
  const versions = useRecipeVersions(project, opened.id)
  const rows = rowsOf(versions.data)
  const newest = rows[0]
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t('title', { name: opened.name })}
      description={t('text')}
    >
      <ErrorLine error={versions.error} />
      {versions.isPending && <Skeleton className="h-24" />}
      <ol className="flex flex-col">
        {rows.map((version, at) => {
          const before = rows[at + 1]
          return (
            <li key={version.number} className="hairline-t flex flex-col gap-2 py-3 first:border-0">
              <div className="flex flex-wrap items-center gap-2">
                <span className="font-semibold">{`v${version.number}`}</span>
                {version.number === opened.number && <Badge tone="accent">{t('open')}</Badge>}
                <span className="text-muted">
                  {version.createdBy} <TimeAgo at={version.createdAt} />
                </span>
                <span className="flex-1" />
                <Button size="sm" onClick={() => newest && onTake(version, newest)}>
                  {t('take')}
                </Button>
              </div>
              {before ? (
                <RecipeChanges before={before.recipe} after={version.recipe} corpora={corpora} />
              ) : (
                version.number === 1 && <p className="text-muted">{t('first')}</p>
              )}
            </li>
          )
        })}
      </ol>
      {versions.hasNextPage && (
        <Button size="sm" busy={versions.isFetchingNextPage} onClick={() => versions.fetchNextPage()}>
          {ui('more')}
        </Button>
      )}
    </Dialog>
  )
}
