import { z } from 'zod'
import { defineEndpoint, idSchema, pageOf, pageQuerySchema, projectParams } from '@/lib/platform/schema'
import { noticeSchema } from '@/lib/projects/notifications/model'

export const notificationSchema = z.object({
  id: idSchema,
  notice: noticeSchema,
  /** Who did what it tells of. */
  actor: z.string(),
  read: z.boolean(),
  createdAt: z.iso.datetime(),
})
export type NotificationView = z.infer<typeof notificationSchema>

export const listNotificationsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/notifications',
  summary: "The caller's notifications in this project, newest first, and how many are unread",
  access: 'project:annotator',
  params: projectParams,
  query: pageQuerySchema.extend({ unread: z.enum(['true', 'false']).default('false') }),
  response: pageOf(notificationSchema).extend({ unread: z.number() }),
})

export const readNotificationsEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/notifications/read',
  summary: 'Mark the named notifications as read, or all up to the newest that was seen',
  access: 'project:annotator',
  params: projectParams,
  body: z.union([
    z.strictObject({ ids: z.array(idSchema).min(1).max(200) }),
    /** Newer ones stay unread: nobody has seen them. */
    z.strictObject({ upTo: idSchema }),
  ]),
  response: z.object({ unread: z.number() }),
})
