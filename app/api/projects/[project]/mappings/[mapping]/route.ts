import { handleInProject } from '@/app/api/handle'
import { changeMapping } from '@/lib/corpora/change-mapping'
import { deleteMapping } from '@/lib/corpora/delete-mapping'
import { changeMappingEndpoint, deleteMappingEndpoint } from '@/lib/corpora/schema'

export const PATCH = handleInProject(changeMappingEndpoint, (actor, { params, body }) =>
  changeMapping(actor, { mapping: params.mapping, name: body.name, content: body.mapping }),
)

export const DELETE = handleInProject(deleteMappingEndpoint, (actor, { params }) =>
  deleteMapping(actor, params),
)
