import { handleInProject } from '@/app/api/handle'
import { listNotifications } from '@/lib/projects/notifications/queries'
import { listNotificationsEndpoint } from '@/lib/projects/notifications/schema'

export const GET = handleInProject(listNotificationsEndpoint, (actor, { query }) =>
  listNotifications(actor, query),
)
