'use client'

import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import type { RuleContent } from '@/lib/artifacts/kinds/rule/content'
import {
  readAnnotatedEndpoint,
  readApplicationEndpoint,
  sampleApplicationsEndpoint,
} from '@/lib/artifacts/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

export type ApplicationOrder = 'random' | 'hardest'
type Ask = {
  order: ApplicationOrder
  seed: number
  count: number
  /** What is being typed, where it is not what the version says. */
  rule?: Pick<RuleContent, 'scope' | 'transform'> | undefined
}

/** Applications of a rule, made on the fly. */
export function useApplications(project: string, version: string, { order, seed, count, rule }: Ask) {
  const query = {
    order,
    seed,
    count,
    rule: rule && JSON.stringify({ scope: rule.scope, transform: rule.transform }),
  }
  return useQuery({
    queryKey: ['applications', project, version, query] as const,
    queryFn: ({ signal }) =>
      callEndpoint(sampleApplicationsEndpoint, { params: { project, version }, query }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
    retry: false,
  })
}

/** A written answer beside the gold that it takes the place of. */
export function applicationQuery(project: string, version: string) {
  return queryOptions({
    queryKey: ['application', project, version] as const,
    queryFn: ({ signal }) =>
      callEndpoint(readApplicationEndpoint, { params: { project, version } }, { signal }),
  })
}

/** An instance with its gold, as somebody who writes an answer begins with it. */
export function annotatedQuery(project: string, version: string, ordinal: number) {
  return queryOptions({
    queryKey: ['annotated', project, version, ordinal] as const,
    queryFn: ({ signal }) =>
      callEndpoint(readAnnotatedEndpoint, { params: { project, version, ordinal } }, { signal }),
    retry: false,
  })
}
