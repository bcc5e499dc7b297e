import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { restoreArtifactEndpoint, retireArtifactEndpoint } from '@/lib/library/schema'
import { readLineageEndpoint, readStaleEndpoint } from '@/lib/lineage/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import type { Instruction } from '@/lib/synthesis/model'

/** Everything stale in a project, or everything that is built on one artifact. */
export function staleQuery(project: string, artifact?: string) {
  return queryOptions({
    queryKey: ['stale', project, artifact ?? null],
    queryFn: ({ signal }) =>
      callEndpoint(readStaleEndpoint, { params: { project }, query: { artifact } }, { signal }),
  })
}

export function lineageQuery(project: string, { provenance }: Pick<Instruction, 'provenance'>) {
  const { corpusId: corpus, ordinal } = provenance
  const versions = provenance.versions.map(({ versionId }) => versionId).join(',')
  return queryOptions({
    queryKey: ['lineage', project, corpus, ordinal, versions],
    queryFn: ({ signal }) =>
      callEndpoint(
        readLineageEndpoint,
        { params: { project }, query: { corpus, ordinal, versions } },
        { signal },
      ),
  })
}

function useRefresh(project: string) {
  const client = useQueryClient()
  return () =>
    Promise.all(
      ['stale', 'library', 'artifact', 'releases', 'home', 'lineage'].map((key) =>
        client.invalidateQueries({ queryKey: [key, project] }),
      ),
    )
}

export function useRetireArtifact(project: string, artifact: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      callEndpoint(retireArtifactEndpoint, { params: { project, artifact }, body: { reason } }),
    onSuccess: useRefresh(project),
  })
}

export function useRestoreArtifact(project: string, artifact: string) {
  return useMutation({
    mutationFn: () => callEndpoint(restoreArtifactEndpoint, { params: { project, artifact } }),
    onSuccess: useRefresh(project),
  })
}
