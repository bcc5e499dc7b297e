'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { homeKey } from '@/components/projects/projects.query'
import type { ArtifactKind } from '@/lib/artifacts/model'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import {
  decideLotEndpoint,
  type decideLotInput,
  listSimilarEndpoint,
  previewCorrectionsEndpoint,
  undoLotEndpoint,
} from '@/lib/reviews/lots/schema'

type DecideLotBody = z.input<typeof decideLotInput>

/** What waits that says the same as the caller's edit corrected. */
export function useCorrections(project: string, decision: string | null) {
  return useQuery({
    queryKey: ['corrections', project, decision],
    queryFn: ({ signal }) =>
      callEndpoint(previewCorrectionsEndpoint, { params: { project, decision: decision ?? '' } }, { signal }),
    enabled: decision !== null,
    staleTime: 10_000,
  })
}

const similarKey = (project: string) => ['similar', project] as const

export function useSimilar(project: string, kind: ArtifactKind) {
  return useQuery({
    queryKey: [...similarKey(project), kind],
    queryFn: ({ signal }) =>
      callEndpoint(listSimilarEndpoint, { params: { project }, query: { kind } }, { signal }),
  })
}

export function useDecideLot(project: string) {
  const settle = useSettleLot(project)
  return useMutation({
    mutationFn: (body: DecideLotBody) => callEndpoint(decideLotEndpoint, { params: { project }, body }),
    onSettled: settle,
  })
}

export function useUndoLot(project: string) {
  const settle = useSettleLot(project)
  return useMutation({
    mutationFn: (lot: string) => callEndpoint(undoLotEndpoint, { params: { project }, body: { lot } }),
    onSettled: settle,
  })
}

function useSettleLot(project: string) {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: similarKey(project) }),
      client.invalidateQueries({ queryKey: homeKey(project) }),
      client.invalidateQueries({ queryKey: ['library', project] }),
    ])
}
