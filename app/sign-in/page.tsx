import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ownPath } from '@/app/own-path'
import { readActor } from '@/app/session'
import { SignInForm } from '@/components/people/sign-in-form'
import { DoorFrame } from '@/components/shell/plain-frame'
import { hasAccounts } from '@/lib/people/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.signIn')
  return { title: t('title') }
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const t = await getTranslations('people.signIn')
  const next = ownPath((await searchParams).next)
  if (await readActor()) redirect(next as never)
  return (
    <DoorFrame title={t('title')}>
      <p className="text-muted">{(await hasAccounts()) ? t('noAccount') : t('first')}</p>
      <SignInForm next={next} />
    </DoorFrame>
  )
}
