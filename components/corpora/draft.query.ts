'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Again } from '@/lib/artifacts/model'
import { draftFormatsEndpoint, draftGuidelinesEndpoint, draftRulesEndpoint } from '@/lib/artifacts/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

/** What can be drafted from a corpus, or be tried on it, without a model. */
export const draftedKinds = ['guideline', 'rule', 'format'] as const
export type DraftedKind = (typeof draftedKinds)[number]

/** Orders drafts of a kind. The job shows on the corpus's page and at home. */
export function useDraft(project: string, corpus: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ kind, again }: { kind: DraftedKind; again: Again }) =>
      order(kind, { project, corpus, again }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['jobs', project] })
      void client.invalidateQueries({ queryKey: ['corpus', project, corpus] })
    },
  })
}

function order(
  kind: DraftedKind,
  { project, corpus, again }: { project: string; corpus: string; again: Again },
) {
  const body = { again }
  if (kind === 'format') return callEndpoint(draftFormatsEndpoint, { params: { project }, body })
  const params = { project, corpus }
  return kind === 'rule'
    ? callEndpoint(draftRulesEndpoint, { params, body })
    : callEndpoint(draftGuidelinesEndpoint, { params, body })
}
