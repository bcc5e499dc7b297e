'use client'

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { keyset } from '@/components/ui/keyset'
import {
  listAgreementItemsEndpoint,
  readAgreementEndpoint,
  readSpanAgreementEndpoint,
} from '@/lib/evaluation/agreement/schema'
import { listCountedDecisionsEndpoint, readDashboardEndpoint } from '@/lib/evaluation/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

export type DashboardFilter = z.input<typeof readDashboardEndpoint.query>
export type AgreementFilter = z.input<typeof readAgreementEndpoint.query>
export type DecisionFilter = Omit<z.input<typeof listCountedDecisionsEndpoint.query>, 'cursor' | 'limit'>
export type ItemFilter = Omit<z.input<typeof listAgreementItemsEndpoint.query>, 'cursor' | 'limit'>

export const dashboardKey = (project: string, filter: DashboardFilter) =>
  ['quality', project, filter] as const

export function useDashboard(project: string, filter: DashboardFilter) {
  return useQuery({
    queryKey: dashboardKey(project, filter),
    queryFn: ({ signal }) =>
      callEndpoint(readDashboardEndpoint, { params: { project }, query: filter }, { signal }),
    placeholderData: keepPreviousData,
  })
}

export function useAgreement(project: string, filter: AgreementFilter) {
  return useQuery({
    queryKey: ['quality', project, 'agreement', filter],
    queryFn: ({ signal }) =>
      callEndpoint(readAgreementEndpoint, { params: { project }, query: filter }, { signal }),
    placeholderData: keepPreviousData,
  })
}

export function useSpanAgreement(project: string, filter: AgreementFilter) {
  return useQuery({
    queryKey: ['quality', project, 'spans', filter],
    queryFn: ({ signal }) =>
      callEndpoint(readSpanAgreementEndpoint, { params: { project }, query: filter }, { signal }),
    placeholderData: keepPreviousData,
  })
}

export function useAgreementItems(project: string, filter: ItemFilter) {
  return useInfiniteQuery({
    queryKey: ['quality', project, 'items', filter],
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(
        listAgreementItemsEndpoint,
        { params: { project }, query: { ...filter, cursor: pageParam } },
        { signal },
      ),
    ...keyset,
  })
}

export function useCountedDecisions(project: string, filter: DecisionFilter) {
  return useInfiniteQuery({
    queryKey: ['quality', project, 'decisions', filter],
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(
        listCountedDecisionsEndpoint,
        { params: { project }, query: { ...filter, cursor: pageParam } },
        { signal },
      ),
    ...keyset,
  })
}
