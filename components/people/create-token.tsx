'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { useCreateToken } from '@/components/people/account.query'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SecretLine } from '@/components/ui/secret-line'
import { Select } from '@/components/ui/select'

const EXPIRIES = { d30: 30, d90: 90, d365: 365, never: null }
type Expiry = keyof typeof EXPIRIES

/** Makes a token and shows it this once. */
export function CreateToken() {
  const t = useTranslations('people.account')
  const people = useTranslations('people.invitations')
  const create = useCreateToken()
  const form = useId()
  const [open, setOpen] = useState(false)
  const made = create.data
  const show = (next: boolean) => {
    if (next) create.reset()
    setOpen(next)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={show}
      trigger={
        <Button size="sm">
          <Plus aria-hidden />
          {t('newToken')}
        </Button>
      }
      title={made ? t('createdTitle') : t('newToken')}
      description={made && t('createdBody')}
      actions={
        made ? (
          <DialogClose render={<Button variant="primary">{people('done')}</Button>} />
        ) : (
          <Button variant="primary" type="submit" form={form} busy={create.isPending}>
            {t('create')}
          </Button>
        )
      }
    >
      {made ? (
        <SecretLine text={made.token} copy={t('copyToken')} />
      ) : (
        <TokenForm id={form} onSubmit={(body) => create.mutate(body)} />
      )}
      <ErrorLine error={create.error} className="pt-3" />
    </Dialog>
  )
}

type FormProps = { id: string; onSubmit: (body: { name: string; expiresInDays: number | null }) => void }

function TokenForm({ id, onSubmit }: FormProps) {
  const t = useTranslations('people.account')
  const [name, setName] = useState('')
  const [expiry, setExpiry] = useState<Expiry>('d90')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit({ name, expiresInDays: EXPIRIES[expiry] })
  }
  const options = (Object.keys(EXPIRIES) as Expiry[]).map((value) => ({
    value,
    label: t(`expiries.${value}`),
  }))
  return (
    <form id={id} onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t('tokenName')} hint={t('tokenNameHint')}>
        <Input required maxLength={80} value={name} onValueChange={setName} />
      </Field>
      <Field label={t('expiry')}>
        <Select value={expiry} options={options} onChange={setExpiry} className="w-full" />
      </Field>
    </form>
  )
}
