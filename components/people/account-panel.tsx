'use client'

import { useLocale, useTranslations } from 'next-intl'
import { lazy, type ReactNode, Suspense } from 'react'
import { locales, themes } from '@/components/i18n/locale'
import { useSignOut } from '@/components/people/account.query'
import { RenameAccount } from '@/components/people/rename-account'
import { useChooseLocale, useTheme } from '@/components/shell/preferences'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import { Select } from '@/components/ui/select'
import type { AccountView } from '@/lib/people/schema'

const KeysDialog = lazy(() => import('@/components/reviews/keys/keys-dialog'))

export function AccountPanel({ account }: { account: AccountView }) {
  const t = useTranslations('people.account')
  const shell = useTranslations('shell')
  const keys = useTranslations('keys')
  const [theme, chooseTheme] = useTheme()
  const chooseLocale = useChooseLocale()
  const locale = useLocale()
  const signOut = useSignOut()
  return (
    <>
      <Section title={t('profile')}>
        <Row name={t('name')}>
          <RenameAccount name={account.name} />
        </Row>
        <Row name={t('email')}>
          {account.email} {account.isAdmin && <Badge tone="accent">{t('isAdmin')}</Badge>}
        </Row>
      </Section>
      <Section title={t('display')}>
        <Row name={t('theme')}>
          <Select
            label={t('theme')}
            value={theme}
            options={themes.map((value) => ({ value, label: shell(`themes.${value}`) }))}
            onChange={chooseTheme}
            className="w-44"
          />
        </Row>
        <Row name={t('language')}>
          <Select
            label={t('language')}
            value={locale}
            options={locales.map((value) => ({ value, label: shell(`languages.${value}`) }))}
            onChange={chooseLocale}
            className="w-44"
          />
        </Row>
        <Row name={t('keys')}>
          <Suspense fallback={<Button>{keys('open')}</Button>}>
            <KeysDialog trigger={<Button>{keys('open')}</Button>} />
          </Suspense>
        </Row>
      </Section>
      <Section title={t('session')}>
        <Row name={t('signOutBody')} wide>
          <Button busy={signOut.isPending} onClick={() => signOut.mutate()}>
            {shell('signOut')}
          </Button>
        </Row>
        <ErrorLine error={signOut.error} />
      </Section>
    </>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="pb-8">
      <h2 className="hairline-b pb-1.5 font-medium">{title}</h2>
      {children}
    </section>
  )
}

function Row({ name, wide, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className="hairline-b flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1.5">
      <span className={wide ? 'text-muted' : 'w-28 text-muted'}>{name}</span>
      <span className="flex items-center gap-2">{children}</span>
    </div>
  )
}
