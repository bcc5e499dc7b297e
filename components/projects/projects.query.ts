'use client'

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { firstPage, keyset } from '@/components/ui/keyset'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import {
  type Activity,
  createProjectEndpoint,
  type Home,
  listActivityEndpoint,
  listProjectsEndpoint,
  type ProjectView,
  readHomeEndpoint,
} from '@/lib/projects/schema'

export function useProjects(initial?: ProjectView[]) {
  return useQuery({
    queryKey: ['projects'],
    queryFn: ({ signal }) => callEndpoint(listProjectsEndpoint, {}, { signal }),
    initialData: initial && { items: initial },
    staleTime: 60_000,
  })
}

export function useCreateProject() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string; description: string }) =>
      callEndpoint(createProjectEndpoint, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['projects'] }),
  })
}

export const homeKey = (project: string) => ['home', project] as const

/** The loop in counts: the home shows it, the navigation takes its figures from it. */
export function useHome(project: string, initial?: Home) {
  return useQuery({
    queryKey: homeKey(project),
    queryFn: ({ signal }) => callEndpoint(readHomeEndpoint, { params: { project } }, { signal }),
    initialData: initial,
    refetchInterval: 30_000,
  })
}

type ActivityPage = { items: Activity[]; nextCursor: string | null }

export function useActivity(project: string, options: { action?: string; initial?: ActivityPage } = {}) {
  const { action, initial } = options
  return useInfiniteQuery({
    queryKey: ['activity', project, action ?? ''],
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(
        listActivityEndpoint,
        { params: { project }, query: { cursor: pageParam, action } },
        { signal },
      ),
    ...keyset,
    initialData: firstPage(initial),
  })
}
