'use client'

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FormatContent } from '@/lib/artifacts/kinds/format/content'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import type { RuleContent } from '@/lib/artifacts/kinds/rule/content'
import {
  previewRuleEndpoint,
  readWritingGroundEndpoint,
  rewriteArtifactEndpoint,
  type WrittenDraft,
  writeFormatEndpoint,
  writeGuidelineEndpoint,
  writeRuleEndpoint,
} from '@/lib/artifacts/writing/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

/** What a rule or a guideline about this corpus can be about. */
export function useWritingGround(project: string, corpus: string) {
  return useQuery({
    queryKey: ['library', project, 'writing', corpus] as const,
    queryFn: ({ signal }) =>
      callEndpoint(readWritingGroundEndpoint, { params: { project, corpus } }, { signal }),
    enabled: corpus !== '',
  })
}

type Applied = Pick<RuleContent, 'scope' | 'transform'>

/** What the rule that is being typed would say and change; the last answer stays while the next comes. */
export function useRulePreview(project: string, corpus: string, { scope, transform }: Applied) {
  return useQuery({
    queryKey: ['rule-preview', project, corpus, scope, transform] as const,
    queryFn: ({ signal }) =>
      callEndpoint(
        previewRuleEndpoint,
        { params: { project, corpus }, body: { scope, transform: transform! } },
        { signal },
      ),
    enabled: transform !== null,
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
    retry: false,
  })
}

export type Written =
  | { kind: 'rule'; corpus: string; content: RuleContent }
  | { kind: 'guideline'; corpus: string; content: GuidelineContent }
  | { kind: 'format'; content: FormatContent }

/** `changing`: the artifact whose next version it is, and the version that it grew from. */
type Sent = Written & { changing?: { artifact: string; base: string } | undefined }

/** Sends what was written to the queue. */
export function useWrite(project: string, onWritten: (draft: WrittenDraft) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (written: Sent) => send(project, written),
    onSuccess: (draft) => {
      void client.invalidateQueries({ queryKey: ['library', project] })
      void client.invalidateQueries({ queryKey: ['home', project] })
      onWritten(draft)
    },
  })
}

function send(project: string, { changing, ...written }: Sent): Promise<WrittenDraft> {
  if (changing !== undefined)
    return callEndpoint(rewriteArtifactEndpoint, {
      params: { project, artifact: changing.artifact },
      body: { content: written.content, base: changing.base },
    })
  if (written.kind === 'format')
    return callEndpoint(writeFormatEndpoint, { params: { project }, body: written.content })
  const params = { project, corpus: written.corpus }
  return written.kind === 'rule'
    ? callEndpoint(writeRuleEndpoint, { params, body: written.content })
    : callEndpoint(writeGuidelineEndpoint, { params, body: written.content })
}
