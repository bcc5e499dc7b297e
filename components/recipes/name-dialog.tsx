'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

type Props = {
  title: string
  confirm: string
  name: string
  busy: boolean
  error: unknown
  onClose: () => void
  onName: (name: string) => void
}

/** Asks what a recipe is to be called. */
export function NameDialog({ title, confirm, name: first, busy, error, onClose, onName }: Props) {
  const t = useTranslations('recipes')
  const ui = useTranslations('ui')
  const [name, setName] = useState(first)
  const isFit = name.trim() !== ''
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      actions={
        <>
          <DialogClose render={<Button>{ui('cancel')}</Button>} />
          <Button variant="primary" busy={busy} disabled={!isFit} onClick={() => onName(name.trim())}>
            {confirm}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (isFit) onName(name.trim())
        }}
      >
        <Field label={t('name')}>
          <Input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
        </Field>
        <ErrorLine error={error} />
      </form>
    </Dialog>
  )
}
