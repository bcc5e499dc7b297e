import { z } from 'zod'
import { mappingSchema } from '@/lib/corpora/formats/mapping/schema'
import { defineEndpoint, idSchema, pageOf, pageQuerySchema, projectParams } from '@/lib/platform/schema'

export const savedMappingSchema = z.object({
  id: idSchema,
  name: z.string(),
  mapping: mappingSchema,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type SavedMapping = z.infer<typeof savedMappingSchema>

const mappingName = z.string().trim().min(1).max(120)
const mappingParams = projectParams.extend({ mapping: idSchema })

export const listMappingsEndpoint = defineEndpoint({
  method: 'GET',
  path: '/api/projects/{project}/mappings',
  summary: 'The saved mappings of a project, by name',
  access: 'project:lead',
  params: projectParams,
  query: pageQuerySchema,
  response: pageOf(savedMappingSchema),
})

export const saveMappingEndpoint = defineEndpoint({
  method: 'POST',
  path: '/api/projects/{project}/mappings',
  summary: 'Keep a mapping under a name, to read files of the same shape with',
  access: 'project:lead',
  params: projectParams,
  body: z.object({ name: mappingName, mapping: mappingSchema }),
  response: savedMappingSchema,
})

export const changeMappingEndpoint = defineEndpoint({
  method: 'PATCH',
  path: '/api/projects/{project}/mappings/{mapping}',
  summary: 'Rename a saved mapping, or replace what it says. Corpora that were read with it stay as they are',
  access: 'project:lead',
  params: mappingParams,
  body: z.object({ name: mappingName.optional(), mapping: mappingSchema.optional() }),
  response: savedMappingSchema,
})

export const deleteMappingEndpoint = defineEndpoint({
  method: 'DELETE',
  path: '/api/projects/{project}/mappings/{mapping}',
  summary: 'Delete a saved mapping. Corpora that were read with it stay as they are',
  access: 'project:lead',
  params: mappingParams,
})
