'use client'

import { Bookmark, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useRemoveFilter, useSavedFilters, useSaveFilter } from '@/components/library/library.query'
import type { LibraryView } from '@/components/library/use-library-filter'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'

/** The filters that this person keeps: chosen with a click, and the place where the present one gets a name. */
export function SavedFilters({ project, view }: { project: string; view: LibraryView }) {
  const t = useTranslations('library.filters')
  const [open, setOpen] = useState(false)
  const { data, error } = useSavedFilters(project)
  const remove = useRemoveFilter(project)
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" variant="quiet">
          <Bookmark aria-hidden />
          <span className="max-sm:sr-only">{t('title')}</span>
        </Button>
      }
      title={t('title')}
      description={t('text')}
    >
      <div className="flex flex-col gap-4">
        <ErrorLine error={error ?? remove.error} />
        {data?.items.length === 0 && <p className="text-muted">{t('none')}</p>}
        <ul className="flex flex-col">
          {data?.items.map(({ id, name, filter }) => (
            <li key={id} className="hairline-b flex items-center gap-2">
              <button
                type="button"
                onClick={() => {
                  void view.apply(filter)
                  setOpen(false)
                }}
                className="h-9 min-w-0 flex-1 truncate rounded-md px-2 text-left hover:bg-hover"
              >
                {name}
              </button>
              <IconButton
                icon={Trash2}
                size="sm"
                label={t('remove', { name })}
                onClick={() => remove.mutate(id)}
              />
            </li>
          ))}
        </ul>
        <NameFilter project={project} view={view} />
      </div>
    </Dialog>
  )
}

function NameFilter({ project, view }: { project: string; view: LibraryView }) {
  const t = useTranslations('library.filters')
  const [name, setName] = useState('')
  const save = useSaveFilter(project)
  const { filter, sorted } = view
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        const kept = { ...filter, sort: sorted.by, order: sorted.order }
        if (name.trim() !== '')
          save.mutate({ name: name.trim(), filter: kept }, { onSuccess: () => setName('') })
      }}
    >
      <Field label={t('name')} hint={t('nameHint')}>
        <Input value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
      </Field>
      <ErrorLine error={save.error} />
      <Button type="submit" busy={save.isPending} disabled={name.trim() === ''} className="self-end">
        {t('save')}
      </Button>
    </form>
  )
}
