import { queryOptions, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { keyset } from '@/components/ui/keyset'
import type { ProblemKind } from '@/lib/corpora/survey/model'
import { listProblemsEndpoint, readSurveyEndpoint, surveyCorpusEndpoint } from '@/lib/corpora/survey/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

export function surveyQuery(project: string, corpus: string) {
  return queryOptions({
    queryKey: ['survey', project, corpus],
    queryFn: ({ signal }) => callEndpoint(readSurveyEndpoint, { params: { project, corpus } }, { signal }),
    refetchInterval: ({ state }) => (state.data?.jobId ? 2000 : false),
  })
}

export function useSurveyCorpus(project: string, corpus: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => callEndpoint(surveyCorpusEndpoint, { params: { project, corpus } }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['survey', project, corpus] })
      void client.invalidateQueries({ queryKey: ['jobs', project] })
    },
  })
}

export function useProblems(project: string, corpus: string, kind: ProblemKind) {
  return useInfiniteQuery({
    queryKey: ['problems', project, corpus, kind],
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(
        listProblemsEndpoint,
        { params: { project, corpus }, query: { cursor: pageParam, kind, limit: 20 } },
        { signal },
      ),
    ...keyset,
  })
}
