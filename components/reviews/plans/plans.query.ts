'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ArtifactKind } from '@/lib/artifacts/model'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import type { ReviewPlan } from '@/lib/reviews/plans/model'
import { type Plans, readPlansEndpoint, setPlanEndpoint } from '@/lib/reviews/plans/schema'

const plansKey = (project: string) => ['review-plans', project] as const

export function usePlans(project: string, initial: Plans) {
  return useQuery({
    queryKey: plansKey(project),
    queryFn: ({ signal }) => callEndpoint(readPlansEndpoint, { params: { project } }, { signal }),
    initialData: initial,
  })
}

export function useSetPlan(project: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ kind, change }: { kind: ArtifactKind; change: Partial<ReviewPlan> }) =>
      callEndpoint(setPlanEndpoint, { params: { project, kind }, body: change }),
    onSuccess: ({ plans, people }) => client.setQueryData(plansKey(project), { plans, people }),
  })
}
