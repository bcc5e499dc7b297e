'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { useErrorText } from '@/components/ui/error-text'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

type Props = {
  title: string
  name: string
  deed: { isPending: boolean; error: unknown; reset: () => void }
  onName: (name: string) => void
  onClose: () => void
}

/** Asks for the name of a mapping. */
export function NameMapping({ title, name: before, deed, onName, onClose }: Props) {
  const t = useTranslations('corpora.mapping.saved')
  const textOf = useErrorText()
  const [name, setName] = useState(before)
  const close = () => {
    deed.reset()
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') onName(name.trim())
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={title}
      description={t('nameHint')}
      actions={
        <>
          <DialogClose render={<Button>{t('cancel')}</Button>} />
          <Button
            type="submit"
            form="mapping-name"
            variant="primary"
            busy={deed.isPending}
            disabled={name.trim() === ''}
          >
            {title}
          </Button>
        </>
      }
    >
      <form id="mapping-name" onSubmit={submit}>
        <Field label={t('name')} error={deed.error ? textOf(deed.error) : null}>
          <Input autoFocus maxLength={120} value={name} onValueChange={setName} />
        </Field>
      </form>
    </Dialog>
  )
}
