'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { FormatContent } from '@/lib/artifacts/kinds/format/content'
import { previewFormatEndpoint } from '@/lib/artifacts/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

type Shown = Pick<FormatContent, 'carrier' | 'parameters' | 'taskForms'>

/** Real answers in a format as it stands or as it is being typed; the last ones stay while the next come. */
export function useFormatPreview(project: string, { carrier, parameters, taskForms }: Shown, seed: number) {
  const body = { carrier, parameters, taskForms, seed, each: 2 }
  return useQuery({
    queryKey: ['format-preview', project, body] as const,
    queryFn: ({ signal }) => callEndpoint(previewFormatEndpoint, { params: { project }, body }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
    retry: false,
  })
}
