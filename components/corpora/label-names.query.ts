import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { NameChange } from '@/lib/corpora/label-names/model'
import { listLabelNamesEndpoint, nameLabelsEndpoint } from '@/lib/corpora/label-names/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

export function labelNamesQuery(project: string, corpus: string) {
  return queryOptions({
    queryKey: ['label-names', project, corpus],
    queryFn: ({ signal }) =>
      callEndpoint(listLabelNamesEndpoint, { params: { project, corpus } }, { signal }),
  })
}

/** Names are on every page; a refusal may mean that others changed them, so they are asked for again either way. */
export function useNameLabels(project: string, corpus: string) {
  const client = useQueryClient()
  const { queryKey } = labelNamesQuery(project, corpus)
  return useMutation({
    mutationFn: (changes: NameChange[]) =>
      callEndpoint(nameLabelsEndpoint, { params: { project, corpus }, body: { changes } }),
    onSuccess: (named) => {
      client.setQueryData(queryKey, named)
      void client.invalidateQueries({ queryKey: ['corpus', project, corpus] })
      void client.invalidateQueries({ queryKey: ['corpora', project] })
      void client.invalidateQueries({ queryKey: ['label-book', project] })
    },
    onError: () => client.invalidateQueries({ queryKey }),
  })
}
