import { handleInProject } from '@/app/api/handle'
import { readNotifications } from '@/lib/projects/notifications/read-notifications'
import { readNotificationsEndpoint } from '@/lib/projects/notifications/schema'

export const POST = handleInProject(readNotificationsEndpoint, (actor, { body }) =>
  readNotifications(actor, body),
)
