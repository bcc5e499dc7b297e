'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useState } from 'react'
import {
  type ConnectionDraft,
  changesOf,
  draftOf,
  inputOf,
  isComplete,
  modelsOf,
} from '@/components/models/connection-draft'
import { ConnectionTest } from '@/components/models/connection-test'
import { useSaveConnection } from '@/components/models/connections.query'
import { LimitFields } from '@/components/models/limit-fields'
import { PriceFields } from '@/components/models/price-fields'
import { RoleFields } from '@/components/models/role-fields'
import { ServiceFields } from '@/components/models/service-fields'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import type { ConnectionView } from '@/lib/connections/schema'

type Props = {
  project: string
  saved: ConnectionView | null
  /** A new connection was saved; the dialog goes on with it, as its models are offered only now. */
  onSaved: (id: string) => void
  onClose: () => void
}

/** A connection, to be made or changed. Saving has it tested. */
export function ConnectionDialog({ project, saved, onSaved, onClose }: Props) {
  const t = useTranslations('models.dialog')
  const ui = useTranslations('ui')
  const [draft, setDraft] = useState(() => draftOf(saved))
  const save = useSaveConnection(project)
  const form = useId()
  const change = (part: Partial<ConnectionDraft>) => {
    save.reset()
    setDraft({ ...draft, ...part })
  }
  const submit = () => {
    if (!isComplete(draft, saved)) return
    const isUnfinished = modelsOf(draft.roles).length === 0
    save.mutate(saved ? { id: saved.id, changes: changesOf(draft, saved) } : { input: inputOf(draft) }, {
      onSuccess: (made) => {
        if (!isUnfinished) return onClose()
        setDraft(draftOf(made))
        onSaved(made.id)
      },
    })
  }
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={saved ? t('changeTitle', { name: saved.name }) : t('addTitle')}
      description={t('description')}
      actions={
        <>
          <DialogClose render={<Button>{ui('cancel')}</Button>} />
          <Button
            variant="primary"
            type="submit"
            form={form}
            busy={save.isPending}
            disabled={!isComplete(draft, saved)}
          >
            {saved ? t('save') : t('connect')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="flex flex-col gap-6"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <ServiceFields draft={draft} saved={saved} onChange={change} />
        {saved && modelsOf(saved.roles).length === 0 && (
          <ConnectionTest project={project} connection={saved} isUnfolded />
        )}
        <Part
          title={t('rolesTitle')}
          hint={saved?.tested?.models.length ? t('rolesHint') : t('rolesUntested')}
        >
          <RoleFields
            roles={draft.roles}
            offered={saved?.tested?.models ?? []}
            onChange={(roles) => change({ roles })}
          />
        </Part>
        <Part title={t('pricesTitle')} hint={t('pricesHint')}>
          <PriceFields roles={draft.roles} prices={draft.prices} onChange={(prices) => change({ prices })} />
        </Part>
        <Part title={t('limitsTitle')}>
          <LimitFields limits={draft.limits} onChange={(limits) => change({ limits })} />
        </Part>
        <ErrorLine error={save.error} />
      </form>
    </Dialog>
  )
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="hairline-t flex flex-col gap-2 pt-4" aria-label={title}>
      <h3 className="font-semibold">{title}</h3>
      {hint && <p className="-mt-1.5 text-muted text-xs">{hint}</p>}
      {children}
    </section>
  )
}
