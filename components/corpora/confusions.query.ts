import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type ConfusionView, chooseConfusionsEndpoint, listConfusionsEndpoint } from '@/lib/corpora/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

export function confusionsQuery(project: string, corpus: string) {
  return queryOptions({
    queryKey: ['confusions', project, corpus],
    queryFn: ({ signal }) =>
      callEndpoint(listConfusionsEndpoint, { params: { project, corpus } }, { signal }),
  })
}

export function useChooseConfusions(project: string, corpus: string) {
  const client = useQueryClient()
  const { queryKey } = confusionsQuery(project, corpus)
  return useMutation({
    mutationFn: (body: { label: string; others: string[] }) =>
      callEndpoint(chooseConfusionsEndpoint, { params: { project, corpus }, body }),
    onSuccess: (changed) =>
      client.setQueryData(queryKey, (known: { items: ConfusionView[] } | undefined) =>
        known ? { items: known.items.map((one) => (one.label === changed.label ? changed : one)) } : known,
      ),
  })
}
