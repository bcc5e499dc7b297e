import { queryOptions, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { keyset } from '@/components/ui/keyset'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import type { Recipe } from '@/lib/synthesis/model'
import {
  deleteRecipeEndpoint,
  listRecipesEndpoint,
  listRecipeVersionsEndpoint,
  renameRecipeEndpoint,
  saveRecipeEndpoint,
} from '@/lib/synthesis/recipes/schema'

export function recipesQuery(project: string) {
  return queryOptions({
    queryKey: ['recipes', project],
    queryFn: ({ signal }) =>
      callEndpoint(listRecipesEndpoint, { params: { project }, query: { limit: 200 } }, { signal }),
  })
}

export function useRecipeVersions(project: string, recipe: string) {
  return useInfiniteQuery({
    queryKey: ['recipes', project, recipe],
    queryFn: ({ pageParam, signal }) =>
      callEndpoint(
        listRecipeVersionsEndpoint,
        { params: { project, recipe }, query: { cursor: pageParam, limit: 20 } },
        { signal },
      ),
    ...keyset,
  })
}

function useRefresh(project: string) {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['recipes', project] })
}

export function useSaveRecipe(project: string) {
  return useMutation({
    mutationFn: (body: { recipe: Recipe; basedOn: number }) =>
      callEndpoint(saveRecipeEndpoint, { params: { project }, body }),
    // Also when it was refused: somebody else's version is then the one to look at.
    onSettled: useRefresh(project),
  })
}

export function useRenameRecipe(project: string) {
  return useMutation({
    mutationFn: ({ recipe, name }: { recipe: string; name: string }) =>
      callEndpoint(renameRecipeEndpoint, { params: { project, recipe }, body: { name } }),
    onSettled: useRefresh(project),
  })
}

export function useDeleteRecipe(project: string) {
  return useMutation({
    mutationFn: (recipe: string) => callEndpoint(deleteRecipeEndpoint, { params: { project, recipe } }),
    onSettled: useRefresh(project),
  })
}
