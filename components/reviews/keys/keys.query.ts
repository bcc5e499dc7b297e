'use client'

import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { KeyOf } from '@/components/reviews/keys/choice-key'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import { type DeskCommand, keyMapOf } from '@/lib/reviews/keys/model'
import { readKeysEndpoint, remapKeysEndpoint } from '@/lib/reviews/keys/schema'

/** Asked again by who comes back to the page: the keys may have been changed on another machine. */
const keysQuery = queryOptions({
  queryKey: ['desk-keys'] as const,
  queryFn: ({ signal }) => callEndpoint(readKeysEndpoint, {}, { signal }),
  staleTime: 60_000,
  refetchOnWindowFocus: true,
})

const NONE = {}

export function useChosenKeys() {
  const { data, error, isPending } = useQuery(keysQuery)
  return { keys: data?.keys ?? NONE, error, isPending }
}

/** The key of each command, as this person has it. */
export function useDeskKeys(): KeyOf {
  const { keys } = useChosenKeys()
  return useCallback((command) => keyMapOf(keys)[command], [keys])
}

export function useRemapKeys() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (keys: { [Name in DeskCommand]?: string | null }) =>
      callEndpoint(remapKeysEndpoint, { body: { keys } }),
    onSuccess: (remapped) => client.setQueryData(keysQuery.queryKey, remapped),
  })
}
