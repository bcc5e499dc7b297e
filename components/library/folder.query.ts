import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { sendFile } from '@/components/corpora/send-file'
import { importLibraryEndpoint, previewLibraryEndpoint } from '@/lib/library/folder/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

/** Sends the folder; nothing is read from it yet. */
export function useSendFolder(project: string) {
  return useMutation({
    mutationFn: (file: File) =>
      sendFile(project, file, { onProgress: () => {}, signal: new AbortController().signal }),
  })
}

type Corpora = Record<string, string>

/** What importing it would do. */
export function useLibraryPlan(project: string, uploadId: string, corpora: Corpora) {
  return useQuery({
    queryKey: ['library-plan', project, uploadId, corpora],
    queryFn: ({ signal }) =>
      callEndpoint(previewLibraryEndpoint, { params: { project }, body: { uploadId, corpora } }, { signal }),
    retry: false,
    placeholderData: (before) => before,
  })
}

export function useImportLibrary(project: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { uploadId: string; corpora: Corpora }) =>
      callEndpoint(importLibraryEndpoint, { params: { project }, body }),
    onSuccess: () =>
      Promise.all(
        ['jobs', 'library', 'home'].map((key) => client.invalidateQueries({ queryKey: [key, project] })),
      ),
  })
}
