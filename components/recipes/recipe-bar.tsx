'use client'

import { useQuery } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { NameDialog } from '@/components/recipes/name-dialog'
import { type ReadRecipe, readRecipeFile, writeRecipeFile } from '@/components/recipes/recipe-file'
import { RecipeMenu } from '@/components/recipes/recipe-menu'
import { AsideNotice, ConflictNotice, FileNotice } from '@/components/recipes/recipe-notices'
import { recipesQuery, useDeleteRecipe, useRenameRecipe } from '@/components/recipes/recipes.query'
import type { RecipeDraft } from '@/components/recipes/use-recipe-draft'
import { useRecipeSaving } from '@/components/recipes/use-recipe-saving'
import { VersionsDialog } from '@/components/recipes/versions-dialog'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { ErrorLine } from '@/components/ui/error-state'
import { IconButton } from '@/components/ui/icon-button'
import { saveFile } from '@/components/ui/save-file'
import { useScreenKeys } from '@/components/ui/screen-keys'

type Props = {
  project: string
  canLead: boolean
  draft: RecipeDraft
  corpora: readonly { id: string; name: string }[]
}

/** Which recipe is on the bench, whether it is saved, and everything one does with recipes as a whole. */
export function RecipeBar({ project, canLead, draft, corpora }: Props) {
  const t = useTranslations('recipes')
  const locale = useLocale()
  const { recipe, opened, isChanged } = draft
  const [dialog, setDialog] = useState<'save-as' | 'rename' | 'versions' | 'delete' | null>(null)
  const [file, setFile] = useState<{ name: string; read: ReadRecipe } | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const list = useQuery(recipesQuery(project))
  const saving = useRecipeSaving(project, draft, { list: list.data?.items ?? [] })
  const rename = useRenameRecipe(project)
  const remove = useDeleteRecipe(project)
  const close = () => setDialog(null)
  const save = () => (opened ? saving.save() : setDialog('save-as'))
  const mayBeSaved = canLead && recipe.corpora.length > 0
  useScreenKeys([{ keys: 'Mod+s', label: t('save'), run: () => mayBeSaved && save(), whileTyping: true }])

  const read = async (given: File) => {
    const next = readRecipeFile(await given.text(), { corpora, locale })
    setFile({ name: given.name, read: next })
    if (next.isRecipe) draft.open(next.recipe, null)
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <RecipeMenu
          draft={draft}
          canLead={canLead}
          saved={list.data?.items ?? []}
          onDialog={setDialog}
          onDownload={() => saveFile(`${recipe.name}.json`, writeRecipeFile(recipe, corpora))}
          onPick={() => picker.current?.click()}
        />
        {opened && <Badge>{`v${opened.number}`}</Badge>}
        <span className="flex-1" />
        {isChanged && <IconButton icon={Undo2} size="sm" label={t('reset')} onClick={draft.reset} />}
        {canLead && (
          <Button
            size="sm"
            busy={saving.isPending}
            disabled={!mayBeSaved || (opened !== null && !isChanged)}
            onClick={save}
          >
            {t('save')}
          </Button>
        )}
        <input
          ref={picker}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={t('menu.openFile')}
          onChange={(event) => {
            const [given] = event.target.files ?? []
            event.target.value = ''
            if (given) void read(given)
          }}
        />
      </div>
      <p role="status" className={cn('-mt-1.5 text-xs', isChanged ? 'text-waiting' : 'text-muted')}>
        {t(isChanged ? 'changed' : opened ? 'saved' : 'notSaved')}
      </p>
      <ErrorLine error={list.error ?? remove.error ?? (saving.conflict ? null : saving.error)} />
      {saving.conflict && (
        <ConflictNotice
          mine={recipe}
          newest={saving.conflict}
          corpora={corpora}
          busy={saving.isPending}
          onSaveOver={saving.saveOver}
          onSaveAs={() => setDialog('save-as')}
          onOpenTheirs={saving.openTheirs}
        />
      )}
      {file && <FileNotice {...file} onClose={() => setFile(null)} />}
      {draft.aside && (
        <AsideNotice name={draft.aside.recipe.name} onBack={draft.bringBack} onClose={draft.forgetAside} />
      )}
      {dialog === 'save-as' && (
        <NameDialog
          title={t('saveAs.title')}
          confirm={t('save')}
          name={recipe.name}
          busy={saving.isPending}
          error={null}
          onClose={close}
          onName={(name) => {
            saving.saveAs(name)
            close()
          }}
        />
      )}
      {dialog === 'rename' && opened && (
        <NameDialog
          title={t('rename.title')}
          confirm={t('rename.confirm')}
          name={opened.name}
          busy={rename.isPending}
          error={rename.error}
          onClose={close}
          onName={(name) =>
            rename.mutate(
              { recipe: opened.id, name },
              {
                onSuccess: (renamed) => {
                  draft.renamed(renamed)
                  close()
                },
              },
            )
          }
        />
      )}
      {dialog === 'versions' && opened && (
        <VersionsDialog
          project={project}
          opened={opened}
          corpora={corpora}
          onClose={close}
          onTake={(version, newest) => {
            draft.open(version.recipe, newest)
            close()
          }}
        />
      )}
      <AlertDialog
        open={dialog === 'delete'}
        onOpenChange={(open) => !open && close()}
        danger
        title={t('delete.title', { name: opened?.name ?? '' })}
        description={t('delete.text')}
        confirm={t('delete.confirm')}
        onConfirm={() => opened && remove.mutate(opened.id, { onSuccess: () => draft.deleted() })}
      />
    </div>
  )
}
