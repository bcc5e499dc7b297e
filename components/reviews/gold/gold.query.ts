'use client'

import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { keyset } from '@/components/ui/keyset'
import type { ArtifactKind } from '@/lib/artifacts/model'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import {
  changeGoldEndpoint,
  endWarmUpEndpoint,
  listGoldQuestionsEndpoint,
  markGoldEndpoint,
  readGoldPeopleEndpoint,
  readVersionGoldEndpoint,
  removeGoldEndpoint,
} from '@/lib/reviews/gold/schema'

const ofKind = (kind: ArtifactKind | null) => (kind ? { kind } : {})

export function useGoldQuestions(project: string, kind: ArtifactKind | null) {
  return useInfiniteQuery({
    queryKey: ['gold', project, 'questions', kind],
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(
        listGoldQuestionsEndpoint,
        { params: { project }, query: { cursor: pageParam, ...ofKind(kind) } },
        { signal },
      ),
    ...keyset,
    placeholderData: keepPreviousData,
  })
}

export function goldPeopleQuery(project: string, kind: ArtifactKind | null) {
  return queryOptions({
    queryKey: ['gold', project, 'people', kind],
    queryFn: ({ signal }) =>
      callEndpoint(readGoldPeopleEndpoint, { params: { project }, query: ofKind(kind) }, { signal }),
    placeholderData: keepPreviousData,
  })
}

export function versionGoldQuery(project: string, version: string) {
  return queryOptions({
    queryKey: ['gold', project, 'version', version],
    queryFn: ({ signal }) =>
      callEndpoint(readVersionGoldEndpoint, { params: { project, version } }, { signal }),
  })
}

/** Makes a version a gold question, changes its note, or asks it no more. */
export function useGold(project: string, version: string) {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: ['gold', project] })
  const keep = useMutation({
    mutationFn: ({ id, note }: { id: string | null; note: string }) =>
      id === null
        ? callEndpoint(markGoldEndpoint, { params: { project }, body: { versionId: version, note } })
        : callEndpoint(changeGoldEndpoint, { params: { project, gold: id }, body: { note } }),
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: (gold: string) => callEndpoint(removeGoldEndpoint, { params: { project, gold } }),
    onSuccess,
  })
  return { keep, remove }
}

export function useEndWarmUp(project: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ kind, user, how }: { kind: ArtifactKind; user: string; how: 'wave' | 'repeat' }) =>
      callEndpoint(endWarmUpEndpoint, { params: { project, kind, user }, body: { how } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['gold', project, 'people'] }),
  })
}
