import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { requireActor } from '@/app/session'
import { LAST_PROJECT_COOKIE } from '@/components/projects/last-project'
import { listProjects } from '@/lib/projects/queries'

/** To the project one was in last, or the only one, or the list. */
export default async function StartPage() {
  const { items } = await listProjects(await requireActor('/'))
  const last = (await cookies()).get(LAST_PROJECT_COOKIE)?.value
  const project = items.find(({ slug }) => slug === last) ?? (items.length === 1 ? items[0] : undefined)
  redirect(project ? `/p/${project.slug}` : '/projects')
}
