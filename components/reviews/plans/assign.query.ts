'use client'

import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { keyset } from '@/components/ui/keyset'
import type { ArtifactKind } from '@/lib/artifacts/model'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import {
  assignDraftsEndpoint,
  listAssignableEndpoint,
  undoAssignmentEndpoint,
} from '@/lib/reviews/plans/schema'

export type DraftFilter = { kind: ArtifactKind | null; label: string | null; assigned: string | null }

const given = ({ kind, label, assigned }: DraftFilter) => ({
  ...(kind && { kind }),
  ...(label && { label }),
  ...(assigned && { assigned }),
})

/** Drafts that wait, with whose they are. */
export function useAssignable(project: string, filter: DraftFilter) {
  return useInfiniteQuery({
    queryKey: ['assignable', project, filter] as const,
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(
        listAssignableEndpoint,
        { params: { project }, query: { cursor: pageParam, limit: 100, ...given(filter) } },
        { signal },
      ),
    ...keyset,
    placeholderData: keepPreviousData,
  })
}

/** Chosen drafts, or all that a filter finds. */
export type Wanted = { versions: string[] } | { filter: DraftFilter }

export function useAssign(project: string) {
  const client = useQueryClient()
  const onSuccess = () => {
    for (const key of ['assignable', 'home']) void client.invalidateQueries({ queryKey: [key, project] })
  }
  const assign = useMutation({
    mutationFn: ({ to, ...wanted }: Wanted & { to: string[] }) => {
      const which = 'versions' in wanted ? { versions: wanted.versions } : given(wanted.filter)
      return callEndpoint(assignDraftsEndpoint, { params: { project }, body: { ...which, to } })
    },
    onSuccess,
  })
  const undo = useMutation({
    mutationFn: (assignment: string) =>
      callEndpoint(undoAssignmentEndpoint, { params: { project, assignment } }),
    onSuccess,
  })
  return { assign, undo }
}
