'use client'

import { queryOptions } from '@tanstack/react-query'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import { readNodeEndpoint } from '@/lib/taxonomy/schema'

export const treeKey = (project: string) => ['taxonomy', project] as const

export function nodeQuery(project: string, node: string) {
  return queryOptions({
    queryKey: [...treeKey(project), 'node', node],
    queryFn: ({ signal }) => callEndpoint(readNodeEndpoint, { params: { project, node } }, { signal }),
    staleTime: 10_000,
  })
}
