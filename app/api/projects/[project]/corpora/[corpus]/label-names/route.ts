import { handleInProject } from '@/app/api/handle'
import { nameLabels } from '@/lib/corpora/label-names/name-labels'
import { listLabelNames } from '@/lib/corpora/label-names/queries'
import { listLabelNamesEndpoint, nameLabelsEndpoint } from '@/lib/corpora/label-names/schema'

export const GET = handleInProject(listLabelNamesEndpoint, (actor, { params }) =>
  listLabelNames(actor, params),
)

export const PATCH = handleInProject(nameLabelsEndpoint, (actor, { params, body }) =>
  nameLabels(actor, { ...params, ...body }),
)
