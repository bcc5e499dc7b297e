'use client'

import { ChevronsUpDown, Download, FileJson, FilePen, FilePlus, History, PenLine, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RecipeDraft } from '@/components/recipes/use-recipe-draft'
import { Button } from '@/components/ui/button'
import { Menu, MenuChoice, MenuItem, MenuLine } from '@/components/ui/menu'
import type { SavedRecipe } from '@/lib/synthesis/recipes/schema'

type Props = {
  draft: RecipeDraft
  canLead: boolean
  saved: readonly SavedRecipe[]
  onDialog: (dialog: 'save-as' | 'rename' | 'versions' | 'delete') => void
  onDownload: () => void
  onPick: () => void
}

/** The saved recipes to open, and what can be done with the one that is open. */
export function RecipeMenu({ draft, canLead, saved, onDialog, onDownload, onPick }: Props) {
  const t = useTranslations('recipes')
  const { recipe, opened } = draft
  const open = (id: string) => {
    const chosen = saved.find((one) => one.id === id)
    if (chosen) draft.open(chosen.recipe, chosen)
  }
  return (
    <Menu
      trigger={
        <Button variant="quiet" className="-ml-3 min-w-0 max-w-full shrink text-base text-fg">
          <span className="sr-only">{t('title')}</span>
          <span className="truncate font-semibold">{recipe.name}</span>
          <ChevronsUpDown className="text-muted" aria-hidden />
        </Button>
      }
    >
      {saved.length > 0 && (
        <>
          <MenuChoice
            label={t('menu.open')}
            value={opened?.id ?? ''}
            options={saved.map(({ id, name, number }) => ({ value: id, label: `${name} · v${number}` }))}
            onChange={open}
          />
          <MenuLine />
        </>
      )}
      {opened && (
        <MenuItem icon={FilePlus} onSelect={draft.begin}>
          {t('menu.begin')}
        </MenuItem>
      )}
      {canLead && (
        <MenuItem icon={FilePen} disabled={recipe.corpora.length === 0} onSelect={() => onDialog('save-as')}>
          {t('menu.saveAs')}
        </MenuItem>
      )}
      {opened && (
        <MenuItem icon={History} onSelect={() => onDialog('versions')}>
          {t('menu.versions')}
        </MenuItem>
      )}
      {opened && canLead && (
        <MenuItem icon={PenLine} onSelect={() => onDialog('rename')}>
          {t('menu.rename')}
        </MenuItem>
      )}
      <MenuLine />
      <MenuItem icon={Download} disabled={recipe.corpora.length === 0} onSelect={onDownload}>
        {t('menu.download')}
      </MenuItem>
      <MenuItem icon={FileJson} onSelect={onPick}>
        {t('menu.openFile')}
      </MenuItem>
      {opened && canLead && (
        <>
          <MenuLine />
          <MenuItem icon={Trash2} danger onSelect={() => onDialog('delete')}>
            {t('menu.delete')}
          </MenuItem>
        </>
      )}
    </Menu>
  )
}
