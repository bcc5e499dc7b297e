import { handleInProject } from '@/app/api/handle'
import { changeMapping } from '@/lib/corpora/mappings/change-mapping'
import { deleteMapping } from '@/lib/corpora/mappings/delete-mapping'
import { changeMappingEndpoint, deleteMappingEndpoint } from '@/lib/corpora/mappings/schema'

export const PATCH = handleInProject(changeMappingEndpoint, (actor, { params, body }) =>
  changeMapping(actor, { mapping: params.mapping, name: body.name, content: body.mapping }),
)

export const DELETE = handleInProject(deleteMappingEndpoint, (actor, { params }) =>
  deleteMapping(actor, params),
)
