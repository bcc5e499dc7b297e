'use client'

import { queryOptions } from '@tanstack/react-query'
import { readAdviceEndpoint } from '@/lib/artifacts/advice/schema'
import { readOriginEndpoint } from '@/lib/artifacts/origin/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

export function originQuery(project: string, version: string) {
  return queryOptions({
    queryKey: ['origin', project, version],
    queryFn: ({ signal }) => callEndpoint(readOriginEndpoint, { params: { project, version } }, { signal }),
    staleTime: 60_000,
  })
}

export function adviceQuery(project: string, version: string) {
  return queryOptions({
    queryKey: ['advice', project, version],
    queryFn: ({ signal }) => callEndpoint(readAdviceEndpoint, { params: { project, version } }, { signal }),
    staleTime: 60_000,
  })
}
