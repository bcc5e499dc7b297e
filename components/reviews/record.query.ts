'use client'

import { queryOptions } from '@tanstack/react-query'
import type { RecordContent } from '@/lib/artifacts/kinds/record/content'
import { readLineageEndpoint } from '@/lib/lineage/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

/** What a record is made of: its instance as it is now, and the versions that it shows. */
export function recordLineageQuery(project: string, { provenance }: RecordContent) {
  const { corpusId: corpus, ordinal, versions } = provenance
  const query = { corpus, ordinal, versions: versions.join(',') }
  return queryOptions({
    queryKey: ['lineage', project, query] as const,
    queryFn: ({ signal }) => callEndpoint(readLineageEndpoint, { params: { project }, query }, { signal }),
    staleTime: 5 * 60_000,
  })
}
