import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { keyset } from '@/components/ui/keyset'
import type { ExportFormat } from '@/lib/exports/model'
import { listExportsEndpoint, startExportEndpoint } from '@/lib/exports/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

export function useExports(project: string) {
  return useInfiniteQuery({
    queryKey: ['exports', project],
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(listExportsEndpoint, { params: { project }, query: { cursor: pageParam } }, { signal }),
    ...keyset,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) =>
        page.items.some((one) => one.state === 'queued' || one.state === 'running'),
      )
        ? 1000
        : false,
  })
}

export function useStartExport(project: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { run: number; format: ExportFormat }) =>
      callEndpoint(startExportEndpoint, { params: { project }, body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['exports', project] })
      void client.invalidateQueries({ queryKey: ['jobs', project] })
    },
  })
}
