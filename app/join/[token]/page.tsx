import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readActor } from '@/app/session'
import { InvitationDoor } from '@/components/people/invitation-door'
import { UselessLink } from '@/components/people/useless-link'
import { readInvitation } from '@/lib/people/queries'
import { AppError } from '@/lib/platform/errors'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('invitations.title'), referrer: 'no-referrer' }
}

export default async function JoinPage({ params }: PageProps<'/join/[token]'>) {
  const { token } = await params
  const [invitation, actor] = await Promise.all([findInvitation(token), readActor()])
  if (!invitation) return <UselessLink />
  return <InvitationDoor token={token} invitation={invitation} signedInAs={actor?.name ?? null} />
}

function findInvitation(token: string) {
  return readInvitation({ token }).catch((error: unknown) => {
    if (error instanceof AppError) return null
    throw error
  })
}
