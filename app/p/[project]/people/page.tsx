import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireProject } from '@/app/session'
import { InvitationList } from '@/components/people/invitation-list'
import { InvitePerson } from '@/components/people/invite-person'
import { MemberTable } from '@/components/people/member-table'
import { PageHeader } from '@/components/ui/page-header'
import { listInvitations } from '@/lib/people/queries'
import { listMembers } from '@/lib/projects/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('title') }
}

export default async function PeoplePage({ params }: PageProps<'/p/[project]/people'>) {
  const [t, actor] = [await getTranslations('people'), await requireProject((await params).project)]
  const isAdmin = actor.role === 'admin'
  const members = await listMembers(actor)
  return (
    <>
      <PageHeader title={t('title')} actions={isAdmin && <InvitePerson />} />
      <MemberTable initial={members.items} viewerId={actor.id} />
      {isAdmin && <InvitationList initial={(await listInvitations(actor)).items} />}
    </>
  )
}
