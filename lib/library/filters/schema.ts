import { z } from 'zod'
import { libraryFilterSchema, librarySorts } from '@/lib/library/schema'
import { defineEndpoint, idSchema, projectParams } from '@/lib/platform/schema'

/** A filter as it is kept, with the order of the list. */
export const keptFilterSchema = libraryFilterSchema.extend({
  sort: z.enum(librarySorts).optional(),
  order: z.enum(['asc', 'desc']).optional(),
})
export type KeptFilter = z.infer<typeof keptFilterSchema>

const savedFilterSchema = z.object({ id: idSchema, name: z.string(), filter: keptFilterSchema })
export type SavedFilter = z.infer<typeof savedFilterSchema>

export const listFiltersEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/library/filters',
  summary: 'The filters of the library that the caller gave names, by name',
  access: 'project:annotator',
  params: projectParams,
  response: z.object({ items: z.array(savedFilterSchema) }),
})

export const saveFilterEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/library/filters',
  summary: 'Keep a filter of the library under a name; one of the same name is replaced',
  access: 'project:annotator',
  params: projectParams,
  body: z.object({ name: z.string().trim().min(1).max(60), filter: keptFilterSchema }),
  response: savedFilterSchema,
})

export const removeFilterEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/projects/{project}/library/filters/{filter}',
  summary: 'Forget a filter of the library that the caller kept',
  access: 'project:annotator',
  params: projectParams.extend({ filter: idSchema }),
})
