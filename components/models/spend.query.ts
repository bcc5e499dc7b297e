'use client'

import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useOpenJobs } from '@/components/projects/jobs.query'
import {
  type BudgetChanges,
  changeBudgetEndpoint,
  readBudgetEndpoint,
  readSpendEndpoint,
} from '@/lib/calls/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

export function budgetQuery(project: string) {
  return queryOptions({
    queryKey: ['budget', project],
    queryFn: ({ signal }) => callEndpoint(readBudgetEndpoint, { params: { project } }, { signal }),
  })
}

/** The budget, asked for every two seconds while any job runs, as it may be one that spends. */
export function useLiveBudget(project: string) {
  const { data: jobs } = useOpenJobs(project)
  const isWorking = (jobs?.items.length ?? 0) > 0
  return useQuery({ ...budgetQuery(project), refetchInterval: isWorking ? 2000 : 60_000 })
}

export function useChangeBudget(project: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: BudgetChanges) => callEndpoint(changeBudgetEndpoint, { params: { project }, body }),
    onSuccess: (budget) => {
      client.setQueryData(['budget', project], budget)
      void client.invalidateQueries({ queryKey: ['spend', project] })
    },
  })
}

/** Asked for again while calls are paid for. */
export function useSpend(project: string, days: number) {
  const { data: budget } = useLiveBudget(project)
  return useQuery({
    queryKey: ['spend', project, days],
    queryFn: ({ signal }) =>
      callEndpoint(readSpendEndpoint, { params: { project }, query: { days } }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: budget && budget.reserved > 0 ? 3000 : false,
  })
}
