'use client'

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import {
  addConnectionEndpoint,
  type ConnectionChanges,
  changeConnectionEndpoint,
  listConnectionsEndpoint,
  removeConnectionEndpoint,
  testConnectionEndpoint,
} from '@/lib/connections/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

type NewConnection = z.input<typeof addConnectionEndpoint.body>

export function connectionsQuery(project: string) {
  return queryOptions({
    queryKey: ['connections', project],
    queryFn: ({ signal }) => callEndpoint(listConnectionsEndpoint, { params: { project } }, { signal }),
  })
}

/** Saves a connection, new or changed, and has it tested at once: what the last test said holds no longer. */
export function useSaveConnection(project: string) {
  const renew = useRenewal(project)
  return useMutation({
    mutationFn: async (given: { id: string; changes: ConnectionChanges } | { input: NewConnection }) => {
      const saved =
        'input' in given
          ? await callEndpoint(addConnectionEndpoint, { params: { project }, body: given.input })
          : await callEndpoint(changeConnectionEndpoint, {
              params: { project, connection: given.id },
              body: given.changes,
            })
      await callEndpoint(testConnectionEndpoint, { params: { project, connection: saved.id } })
      return saved
    },
    onSettled: renew,
  })
}

export function useTestConnection(project: string) {
  const renew = useRenewal(project)
  return useMutation({
    mutationFn: (connection: string) =>
      callEndpoint(testConnectionEndpoint, { params: { project, connection } }),
    onSettled: renew,
  })
}

export function useRemoveConnection(project: string) {
  const renew = useRenewal(project)
  return useMutation({
    mutationFn: (connection: string) =>
      callEndpoint(removeConnectionEndpoint, { params: { project, connection } }),
    onSettled: renew,
  })
}

function useRenewal(project: string) {
  const client = useQueryClient()
  return () => {
    void client.invalidateQueries({ queryKey: ['jobs', project] })
    return client.invalidateQueries({ queryKey: ['connections', project] })
  }
}
