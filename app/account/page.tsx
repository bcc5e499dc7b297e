import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireActor } from '@/app/session'
import { AccountPanel } from '@/components/people/account-panel'
import { TokenList } from '@/components/people/token-list'
import { PlainFrame } from '@/components/shell/plain-frame'
import { listTokens, readSession } from '@/lib/people/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.account')
  return { title: t('title') }
}

export default async function AccountPage() {
  const actor = await requireActor('/account')
  const [t, account, tokens] = await Promise.all([
    getTranslations('people.account'),
    readSession(actor),
    listTokens(actor),
  ])
  return (
    <PlainFrame viewer={{ name: actor.name }}>
      <h1 className="pb-6 font-semibold text-lg">{t('title')}</h1>
      <AccountPanel account={account} />
      <TokenList initial={tokens.items} />
    </PlainFrame>
  )
}
