'use client'

import { useTranslations } from 'next-intl'
import { useInvitations, useRevokeInvitation } from '@/components/people/members.query'
import { useProject } from '@/components/projects/current-project'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Badge, type Tone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import { TimeAgo } from '@/components/ui/time-ago'
import type { InvitationView } from '@/lib/people/schema'

const TONES: Record<InvitationView['state'], Tone> = {
  open: 'waiting',
  accepted: 'approved',
  revoked: 'neutral',
  expired: 'neutral',
}

/** Links that were made, and what became of them. */
export function InvitationList({ initial }: { initial: InvitationView[] }) {
  const t = useTranslations('people.invitations')
  const { slug } = useProject()
  const { data } = useInvitations(slug, initial)
  const revoke = useRevokeInvitation(slug)
  return (
    <section aria-labelledby="invitations" className="px-4 pt-8 pb-10">
      <h2 id="invitations" className="hairline-b pb-1.5 font-medium">
        {t('title')}
      </h2>
      <ErrorLine error={revoke.error} className="pt-3" />
      {data.items.length === 0 && <p className="py-3 text-muted">{t('empty')}</p>}
      <ul>
        {data.items.map((invitation) => (
          <InvitationRow
            key={invitation.id}
            invitation={invitation}
            onRevoke={() => revoke.mutate(invitation.id)}
          />
        ))}
      </ul>
    </section>
  )
}

function InvitationRow({ invitation, onRevoke }: { invitation: InvitationView; onRevoke: () => void }) {
  const t = useTranslations('people.invitations')
  const roles = useTranslations('people.roles')
  const { state, note, acceptedBy } = invitation
  const role = roles(invitation.role)
  return (
    <li className="hairline-b flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>
      <span className="min-w-0 flex-1 truncate">
        {note || t('withoutNote', { role })}
        {note && <span className="text-muted"> {role}</span>}
        {acceptedBy && <span className="text-muted"> {t('acceptedBy', { name: acceptedBy })}</span>}
      </span>
      <TimeAgo at={invitation.createdAt} className="text-muted text-xs" />
      {state === 'open' && (
        <AlertDialog
          trigger={
            <Button size="sm" variant="quiet">
              {t('revoke')}
            </Button>
          }
          title={t('revokeTitle')}
          description={t('revokeBody')}
          confirm={t('revokeConfirm')}
          danger
          onConfirm={onRevoke}
        />
      )}
    </li>
  )
}
