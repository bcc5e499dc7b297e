import { handleInProject } from '@/app/api/handle'
import { changeGold } from '@/lib/reviews/gold/change-gold'
import { removeGold } from '@/lib/reviews/gold/remove-gold'
import { changeGoldEndpoint, removeGoldEndpoint } from '@/lib/reviews/gold/schema'

export const PATCH = handleInProject(changeGoldEndpoint, (actor, { params, body }) =>
  changeGold(actor, { ...params, ...body }),
)

export const DELETE = handleInProject(removeGoldEndpoint, (actor, { params }) => removeGold(actor, params))
