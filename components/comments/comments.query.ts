'use client'

import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { keyset } from '@/components/ui/keyset'
import {
  listCommentsEndpoint,
  removeCommentEndpoint,
  writeCommentEndpoint,
} from '@/lib/artifacts/comments/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

const commentsKey = (project: string, artifact: string) => ['comments', project, artifact] as const

export function useComments(project: string, artifact: string) {
  return useInfiniteQuery({
    queryKey: commentsKey(project, artifact),
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(
        listCommentsEndpoint,
        { params: { project, artifact }, query: { cursor: pageParam } },
        { signal },
      ),
    ...keyset,
    staleTime: 10_000,
  })
}

export function useWriteComment(project: string, artifact: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { text: string; versionId?: string; mentions: string[] }) =>
      callEndpoint(writeCommentEndpoint, { params: { project, artifact }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: commentsKey(project, artifact) }),
  })
}

export function useRemoveComment(project: string, artifact: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (comment: string) =>
      callEndpoint(removeCommentEndpoint, { params: { project, artifact, comment } }),
    onSettled: () => client.invalidateQueries({ queryKey: commentsKey(project, artifact) }),
  })
}
