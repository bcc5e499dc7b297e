import { useFormatter, useTranslations } from 'next-intl'
import type { z } from 'zod'
import { JoinButton, JoinForm } from '@/components/people/join-form'
import { DoorFrame } from '@/components/shell/plain-frame'
import { TextLink } from '@/components/ui/text-link'
import type { readInvitationEndpoint } from '@/lib/people/schema'

type Invitation = z.infer<typeof readInvitationEndpoint.response>
type Props = { token: string; invitation: Invitation; signedInAs: string | null }

/** What a one-time link is for, and the way in: a new account, or one click for those who have one. */
export function InvitationDoor({ token, invitation, signedInAs }: Props) {
  const t = useTranslations('people.join')
  if (invitation.kind === 'first-account')
    return (
      <DoorFrame title={t('firstTitle')}>
        <p className="text-muted">{t('firstBody')}</p>
        <Expiry at={invitation.expiresAt} />
        <JoinForm token={token} submit={t('submitFirst')} />
      </DoorFrame>
    )
  return (
    <DoorFrame title={t('memberTitle', { project: invitation.projectName ?? '' })}>
      <Inviter invitation={invitation} />
      <Expiry at={invitation.expiresAt} />
      {signedInAs ? (
        <>
          <p className="pt-4">{t('joinAs', { name: signedInAs })}</p>
          <JoinButton token={token} />
        </>
      ) : (
        <>
          <JoinForm token={token} submit={t('submitMember')} />
          <p className="pt-4">
            <TextLink href={`/sign-in?next=${encodeURIComponent(`/join/${token}`)}`}>
              {t('haveAccount')}
            </TextLink>
          </p>
        </>
      )}
    </DoorFrame>
  )
}

function Inviter({ invitation: { invitedBy, role } }: { invitation: Invitation }) {
  const t = useTranslations('people.join')
  const roles = useTranslations('people.roles')
  return (
    <p className="text-muted">
      {invitedBy
        ? t('memberBody', { invitedBy, role: roles(role) })
        : t('memberBodyPlain', { role: roles(role) })}
    </p>
  )
}

function Expiry({ at }: { at: string }) {
  const t = useTranslations('people.join')
  const format = useFormatter()
  return (
    <p className="text-muted">
      {t('expires', { date: format.dateTime(new Date(at), { dateStyle: 'long' }) })}
    </p>
  )
}
