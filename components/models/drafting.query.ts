'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { DraftOrder, MissedPart } from '@/components/models/draft-order'
import { judgeDraftsEndpoint } from '@/lib/artifacts/advice/schema'
import { type DraftsEstimate, estimateSchema } from '@/lib/artifacts/drafting/model'
import {
  type DraftsOrder,
  draftApplicationsEndpoint,
  estimateDraftsEndpoint,
  paraphraseGuidelinesEndpoint,
  translateTextsEndpoint,
} from '@/lib/artifacts/drafting/schema'
import { draftFormatsEndpoint, draftGuidelinesEndpoint, draftRulesEndpoint } from '@/lib/artifacts/schema'
import { CallError, callEndpoint } from '@/lib/platform/call-endpoint'
import { jobIsOpen } from '@/lib/projects/model'
import { readJobEndpoint } from '@/lib/projects/schema'

type Of = { project: string; corpus: string }

/** Orders what was chosen. The job shows on the corpus's page and at home. */
export function useDraft(project: string, corpus: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (given: DraftOrder) => order(given, { project, corpus }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['jobs', project] })
      void client.invalidateQueries({ queryKey: ['corpus', project, corpus] })
      client.removeQueries({ queryKey: ['estimate', project] }) // what it brings is in the store from now on
    },
  })
}

export function useDraftApplications(project: string, version: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { connectionId: string; count: number; candidates: number }) =>
      callEndpoint(draftApplicationsEndpoint, { params: { project, version }, body }),
    onSuccess: () => {
      client.removeQueries({ queryKey: ['estimate', project] })
      return client.invalidateQueries({ queryKey: ['jobs', project] })
    },
  })
}

function order({ kind, by, isBatch, again, texts, into }: DraftOrder, { project, corpus }: Of) {
  const params = { project, corpus }
  const drafted = { by, isBatch, again }
  const connectionId = by === 'miner' ? '' : by.connectionId
  switch (kind) {
    case 'guideline':
      return callEndpoint(draftGuidelinesEndpoint, { params, body: drafted })
    case 'rule':
      return callEndpoint(draftRulesEndpoint, { params, body: drafted })
    case 'format':
      return callEndpoint(draftFormatsEndpoint, { params: { project }, body: drafted })
    case 'paraphrase':
      return callEndpoint(paraphraseGuidelinesEndpoint, { params, body: { connectionId, isBatch, again } })
    case 'translation':
      return callEndpoint(translateTextsEndpoint, {
        params,
        body: { connectionId, isBatch, what: texts, into },
      })
    case 'advice':
      return callEndpoint(judgeDraftsEndpoint, {
        params: { project },
        body: { connectionId, isBatch, corpus },
      })
  }
}

/** Asks for what brought no draft once more, of the same connection. What was answered meanwhile comes from the store. */
export function useAskMissed(project: string, corpus: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ connectionId, part }: { connectionId: string; part: MissedPart }) => {
      const params = { project, corpus }
      const by = { connectionId }
      switch (part.jobKind) {
        case 'draft-guidelines': {
          const body = { by, labels: part.labels, again: 'all' as const }
          return callEndpoint(draftGuidelinesEndpoint, { params, body })
        }
        case 'paraphrase-guidelines':
          return callEndpoint(paraphraseGuidelinesEndpoint, { params, body: { ...by, labels: part.labels } })
        case 'draft-formats':
          return callEndpoint(draftFormatsEndpoint, {
            params: { project },
            body: { by, carriers: part.carriers },
          })
      }
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs', project] }),
  })
}

const LOOK_AGAIN_MS = 400

/** Asked of the models of a connection: nothing is estimated for the miner. */
export type EstimateOf = { connectionId: string | null; order: DraftsOrder; isBatch: boolean }

/** What an order by models would come to: a job writes its questions and counts them. */
export function useEstimate(project: string, { connectionId, order, isBatch }: EstimateOf) {
  return useQuery({
    queryKey: ['estimate', project, connectionId, isBatch, order],
    queryFn: async ({ signal }): Promise<DraftsEstimate> => {
      const body = { connectionId: connectionId!, order, isBatch }
      const { jobId } = await callEndpoint(estimateDraftsEndpoint, { params: { project }, body }, { signal })
      for (;;) {
        const params = { project, job: jobId }
        const job = await callEndpoint(readJobEndpoint, { params }, { signal })
        if (job.state === 'done') return estimateSchema.parse(job.result)
        if (!jobIsOpen(job.state))
          throw new CallError(500, { code: 'internal', message: job.error?.message ?? '' })
        await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
      }
    },
    enabled: connectionId !== null,
    staleTime: 20_000,
    retry: false,
  })
}
