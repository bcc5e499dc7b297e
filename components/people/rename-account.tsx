'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useRenameAccount } from '@/components/people/account.query'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { PERSON_NAME_MAX } from '@/lib/people/model'

/** The name and a way to change it in its place; afterwards the focus is back where it was. */
export function RenameAccount({ name }: { name: string }) {
  const t = useTranslations('people.account')
  const [editing, setEditing] = useState(false)
  const change = useRef<HTMLButtonElement>(null)
  const close = () => {
    flushSync(() => setEditing(false))
    change.current?.focus()
  }
  if (editing) return <NameForm name={name} onClose={close} />
  return (
    <>
      <span className="min-w-0 break-words">{name}</span>
      <Button ref={change} size="sm" aria-label={t('changeNameLabel')} onClick={() => setEditing(true)}>
        {t('changeName')}
      </Button>
    </>
  )
}

function NameForm({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useTranslations('people.account')
  const router = useRouter()
  const rename = useRenameAccount()
  const [typed, setTyped] = useState(name)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const saved = () => {
      router.refresh() // the frame shows the name too
      onClose()
    }
    rename.mutate({ name: typed }, { onSuccess: saved })
  }
  return (
    <form onSubmit={submit} className="flex w-96 max-w-full flex-col gap-2 py-1">
      <Field label={<span className="sr-only">{t('name')}</span>} hint={t('nameHint')}>
        <Input
          autoFocus
          required
          autoComplete="name"
          maxLength={PERSON_NAME_MAX}
          value={typed}
          onValueChange={setTyped}
          onKeyDown={(event) => event.key === 'Escape' && onClose()}
        />
      </Field>
      <ErrorLine error={rename.error} />
      <div className="flex gap-2">
        <Button type="submit" size="sm" variant="primary" busy={rename.isPending}>
          {t('saveName')}
        </Button>
        <Button size="sm" onClick={onClose}>
          {t('keepName')}
        </Button>
      </div>
    </form>
  )
}
