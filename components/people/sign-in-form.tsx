'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useSignIn } from '@/components/people/account.query'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

/** Signs in and loads `next` anew, so that nothing from before stays in memory. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('people.signIn')
  const signIn = useSignIn()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate({ email, password }, { onSuccess: () => window.location.assign(next) })
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4 pt-4">
      <Field label={t('email')}>
        <Input
          type="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onValueChange={setEmail}
          className="h-10"
        />
      </Field>
      <Field label={t('password')}>
        <Input
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onValueChange={setPassword}
          className="h-10"
        />
      </Field>
      <ErrorLine error={signIn.error} />
      <Button type="submit" variant="primary" size="lg" busy={signIn.isPending || signIn.isSuccess}>
        {t('submit')}
      </Button>
    </form>
  )
}
