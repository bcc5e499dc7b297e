import { handleInProject } from '@/app/api/handle'
import { changeRole } from '@/lib/projects/change-role'
import { removeMember } from '@/lib/projects/remove-member'
import { changeRoleEndpoint, removeMemberEndpoint } from '@/lib/projects/schema'

export const PATCH = handleInProject(changeRoleEndpoint, (actor, { params, body }) =>
  changeRole(actor, { user: params.user, role: body.role }),
)

export const DELETE = handleInProject(removeMemberEndpoint, async (actor, { params }) => {
  await removeMember(actor, params)
  return {}
})
