'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useAcceptInvitation } from '@/components/people/account.query'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { PASSWORD_MAX, PASSWORD_MIN } from '@/lib/people/model'

type Props = { token: string; submit: string }

/** Makes the account that a link allows; then it leads into the project, or to the list of projects. */
export function JoinForm({ token, submit }: Props) {
  const t = useTranslations('people.join')
  const accept = useAcceptInvitation(token)
  const [account, setAccount] = useState({ name: '', email: '', password: '' })
  const set = (field: keyof typeof account) => (value: string) => setAccount({ ...account, [field]: value })
  const missing = PASSWORD_MIN - Array.from(account.password).length
  const send = (event: FormEvent) => {
    event.preventDefault()
    accept.mutate(account, { onSuccess: ({ projectSlug }) => enter(projectSlug) })
  }
  return (
    <form onSubmit={send} className="flex flex-col gap-4 pt-4">
      <Field label={t('name')} hint={t('nameHint')}>
        <Input
          autoComplete="name"
          required
          autoFocus
          maxLength={120}
          value={account.name}
          onValueChange={set('name')}
          className="h-10"
        />
      </Field>
      <Field label={t('email')}>
        <Input
          type="email"
          autoComplete="username"
          required
          maxLength={254}
          value={account.email}
          onValueChange={set('email')}
          className="h-10"
        />
      </Field>
      <Field
        label={t('password')}
        hint={
          account.password !== '' && missing > 0
            ? t('passwordShort', { missing })
            : t('passwordHint', { min: PASSWORD_MIN })
        }
      >
        <Input
          type="password"
          autoComplete="new-password"
          required
          minLength={PASSWORD_MIN}
          maxLength={PASSWORD_MAX}
          value={account.password}
          onValueChange={set('password')}
          className="h-10"
        />
      </Field>
      <ErrorLine error={accept.error} />
      <Button type="submit" variant="primary" size="lg" busy={accept.isPending || accept.isSuccess}>
        {submit}
      </Button>
    </form>
  )
}

/** For those who have an account and are signed in: one click. */
export function JoinButton({ token }: { token: string }) {
  const t = useTranslations('people.join')
  const accept = useAcceptInvitation(token)
  return (
    <div className="flex flex-col gap-3 pt-4">
      <ErrorLine error={accept.error} />
      <Button
        variant="primary"
        size="lg"
        busy={accept.isPending || accept.isSuccess}
        onClick={() => accept.mutate({}, { onSuccess: ({ projectSlug }) => enter(projectSlug) })}
      >
        {t('joinSubmit')}
      </Button>
    </div>
  )
}

function enter(projectSlug: string | null): void {
  window.location.assign(projectSlug ? `/p/${projectSlug}` : '/')
}
