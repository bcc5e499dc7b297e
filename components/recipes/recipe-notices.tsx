'use client'

import { X } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { RecipeChanges } from '@/components/recipes/recipe-changes'
import type { ReadRecipe } from '@/components/recipes/recipe-file'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { Recipe } from '@/lib/synthesis/model'
import type { SavedRecipe } from '@/lib/synthesis/recipes/schema'

type NoticeProps = { children: ReactNode; actions?: ReactNode; onClose?: () => void }

/** Stays until it is dealt with. */
function RecipeNotice({ children, actions, onClose }: NoticeProps) {
  const t = useTranslations('ui')
  return (
    <div role="alert" className="flex items-start gap-1 rounded-md bg-waiting-soft py-2 pr-1 pl-3">
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <div className="flex flex-col gap-1">{children}</div>
        {actions && <div className="flex flex-wrap gap-1.5">{actions}</div>}
      </div>
      {onClose && <IconButton icon={X} size="sm" label={t('close')} onClick={onClose} />}
    </div>
  )
}

type ConflictProps = {
  mine: Recipe
  newest: SavedRecipe
  corpora: readonly { id: string; name: string }[]
  busy: boolean
  onSaveOver: () => void
  onSaveAs: () => void
  onOpenTheirs: () => void
}

/** Somebody else saved meanwhile: what is there now against what is here, and the ways out, none of which loses anything. */
export function ConflictNotice({ mine, newest, corpora, busy, ...on }: ConflictProps) {
  const t = useTranslations('recipes.conflict')
  return (
    <RecipeNotice
      actions={
        <>
          <Button size="sm" busy={busy} onClick={on.onSaveOver}>
            {t('saveOver', { number: newest.number + 1 })}
          </Button>
          <Button size="sm" onClick={on.onSaveAs}>
            {t('saveAs')}
          </Button>
          <Button size="sm" onClick={on.onOpenTheirs}>
            {t('openTheirs', { number: newest.number })}
          </Button>
        </>
      }
    >
      <p className="font-medium">
        {t('title', { name: newest.name, number: newest.number, who: newest.createdBy })}
      </p>
      <p>{t('text')}</p>
      <details>
        <summary className="w-fit cursor-default text-xs hover:text-fg">{t('compare')}</summary>
        <div className="pt-1.5 text-xs">
          <RecipeChanges before={newest.recipe} after={mine} corpora={corpora} />
        </div>
      </details>
    </RecipeNotice>
  )
}

export function AsideNotice({
  name,
  onBack,
  onClose,
}: {
  name: string
  onBack: () => void
  onClose: () => void
}) {
  const t = useTranslations('recipes.aside')
  return (
    <RecipeNotice
      onClose={onClose}
      actions={
        <Button size="sm" onClick={onBack}>
          {t('back')}
        </Button>
      }
    >
      <p>{t('text', { name })}</p>
    </RecipeNotice>
  )
}

type FileProps = { name: string; read: ReadRecipe; onClose: () => void }

/** What was wrong with a file, or what of it could not be taken. */
export function FileNotice({ name, read, onClose }: FileProps) {
  const t = useTranslations('recipes.file')
  const format = useFormatter()
  if (read.isRecipe) {
    const { missing, unknown } = read
    if (missing.length + unknown.length === 0) return null
    return (
      <RecipeNotice onClose={onClose}>
        {missing.length > 0 && <p>{t('missing', { names: format.list(missing) })}</p>}
        {unknown.length > 0 && <p>{t('unknown', { names: format.list(unknown) })}</p>}
      </RecipeNotice>
    )
  }
  return (
    <RecipeNotice onClose={onClose}>
      <p className="font-medium">{t('refused', { name })}</p>
      {read.faults.length === 0 && <p>{t('notJson')}</p>}
      <ul className="flex flex-col">
        {read.faults.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            {path && <code className="font-mono text-xs">{path}</code>} {message}
          </li>
        ))}
      </ul>
    </RecipeNotice>
  )
}
