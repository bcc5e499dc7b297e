import type { Metadata } from 'next'
import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { readActor } from '@/app/session'
import { JoinButton, JoinForm } from '@/components/people/join-form'
import { DoorFrame } from '@/components/shell/plain-frame'
import { buttonClasses } from '@/components/ui/button'
import { TextLink } from '@/components/ui/text-link'
import { type InvitationPreview, readInvitation } from '@/lib/people/queries'
import { AppError } from '@/lib/platform/errors'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('invitations.title'), referrer: 'no-referrer' }
}

export default async function JoinPage({ params }: PageProps<'/join/[token]'>) {
  const { token } = await params
  const [t, invitation, actor] = [await getTranslations('people.join'), await find(token), await readActor()]
  if (!invitation) return <Useless />
  const first = invitation.kind === 'first-account'
  return (
    <DoorFrame title={first ? t('firstTitle') : t('memberTitle', { project: invitation.projectName ?? '' })}>
      <Purpose invitation={invitation} />
      {actor && !first ? (
        <>
          <p className="pt-4">{t('joinAs', { name: actor.name })}</p>
          <JoinButton token={token} />
        </>
      ) : (
        <JoinForm token={token} submit={first ? t('submitFirst') : t('submitMember')} />
      )}
      {!actor && !first && (
        <p className="pt-4">
          <TextLink href={`/sign-in?next=${encodeURIComponent(`/join/${token}`)}`}>
            {t('haveAccount')}
          </TextLink>
        </p>
      )}
    </DoorFrame>
  )
}

async function find(token: string): Promise<InvitationPreview | null> {
  return readInvitation({ token }).catch((error: unknown) => {
    if (error instanceof AppError) return null
    throw error
  })
}

async function Purpose({ invitation }: { invitation: InvitationPreview }) {
  const [t, roles, format] = [
    await getTranslations('people.join'),
    await getTranslations('people.roles'),
    await getFormatter(),
  ]
  const role = roles(invitation.role)
  const date = format.dateTime(new Date(invitation.expiresAt), { dateStyle: 'long' })
  return (
    <div className="text-muted">
      {invitation.kind === 'first-account' ? (
        <p>{t('firstBody')}</p>
      ) : (
        <p>
          {invitation.invitedBy
            ? t('memberBody', { invitedBy: invitation.invitedBy, role })
            : t('memberBodyPlain', { role })}
        </p>
      )}
      <p>{t('expires', { date })}</p>
    </div>
  )
}

async function Useless() {
  const t = await getTranslations('people.join')
  return (
    <DoorFrame title={t('uselessTitle')}>
      <p className="pb-5 text-muted">{t('uselessBody')}</p>
      <Link href="/sign-in" className={buttonClasses({ variant: 'primary', size: 'lg' })}>
        {t('uselessSignIn')}
      </Link>
    </DoorFrame>
  )
}
