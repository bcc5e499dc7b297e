'use client'

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keyset } from '@/components/ui/keyset'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import { listNotificationsEndpoint, readNotificationsEndpoint } from '@/lib/projects/notifications/schema'

const listKey = (project: string) => ['notifications', project, 'list'] as const
const unreadKey = (project: string) => ['notifications', project, 'unread'] as const

/** How many are unread: asked once a minute while the page is looked at, and when one comes back to it. */
export function useUnread(project: string): number {
  const { data } = useQuery({
    queryKey: unreadKey(project),
    queryFn: async ({ signal }) => {
      const query = { limit: 1, unread: 'true' as const }
      const { unread } = await callEndpoint(
        listNotificationsEndpoint,
        { params: { project }, query },
        { signal },
      )
      return unread
    },
    refetchInterval: 60_000,
    refetchOnWindowFocus: true,
    staleTime: 15_000,
  })
  return data ?? 0
}

export function useNotifications(project: string, wanted: boolean) {
  return useInfiniteQuery({
    queryKey: listKey(project),
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(
        listNotificationsEndpoint,
        { params: { project }, query: { cursor: pageParam, limit: 30 } },
        { signal },
      ),
    ...keyset,
    enabled: wanted,
  })
}

export function useReadNotifications(project: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { ids: string[] } | { upTo: string }) =>
      callEndpoint(readNotificationsEndpoint, { params: { project }, body }),
    onSuccess: ({ unread }) => {
      client.setQueryData(unreadKey(project), unread)
      return client.invalidateQueries({ queryKey: listKey(project) })
    },
  })
}
