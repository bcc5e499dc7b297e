'use client'

import { useTranslations } from 'next-intl'
import { useRevokeToken, useTokens } from '@/components/people/account.query'
import { CreateToken } from '@/components/people/create-token'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import { useTimeAgo } from '@/components/ui/time-ago'
import type { TokenView } from '@/lib/people/schema'

/** The caller's API tokens. The secret itself is shown once, when it is made. */
export function TokenList({ initial }: { initial: TokenView[] }) {
  const t = useTranslations('people.account')
  const { data } = useTokens(initial)
  const revoke = useRevokeToken()
  return (
    <section aria-labelledby="tokens" className="pb-8">
      <header className="hairline-b flex items-end justify-between gap-4 pb-1.5">
        <h2 id="tokens" className="font-medium">
          {t('tokens')}
        </h2>
        <CreateToken />
      </header>
      <p className="reading py-2 text-muted text-sm">{t('tokensBody')}</p>
      <ErrorLine error={revoke.error} />
      {data.items.length === 0 && <p className="text-muted">{t('noTokens')}</p>}
      <ul>
        {data.items.map((token) => (
          <TokenRow key={token.id} token={token} onRevoke={() => revoke.mutate(token.id)} />
        ))}
      </ul>
    </section>
  )
}

function TokenRow({ token, onRevoke }: { token: TokenView; onRevoke: () => void }) {
  const t = useTranslations('people.account')
  const ago = useTimeAgo()
  const facts = [
    t('tokenLine', { lastFour: token.lastFour }),
    token.lastUsedAt ? t('lastUsed', { when: ago(token.lastUsedAt) }) : t('neverUsed'),
    token.expiresAt ? t('expires', { when: ago(token.expiresAt) }) : t('neverExpires'),
  ]
  return (
    <li className="hairline-b flex min-h-12 items-center gap-3 py-1.5">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{token.name}</p>
        <p className="text-muted text-xs">{facts.join(' · ')}</p>
      </div>
      <AlertDialog
        trigger={
          <Button size="sm" variant="quiet">
            {t('revoke')}
          </Button>
        }
        title={t('revokeTitle', { name: token.name })}
        description={t('revokeBody')}
        confirm={t('revokeConfirm')}
        danger
        onConfirm={onRevoke}
      />
    </li>
  )
}
