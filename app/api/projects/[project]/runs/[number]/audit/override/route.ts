import { handleInProject } from '@/app/api/handle'
import { overrideAudit } from '@/lib/synthesis/audits/override-audit'
import { overrideAuditEndpoint } from '@/lib/synthesis/audits/schema'

export const POST = handleInProject(overrideAuditEndpoint, (actor, { params, body }) =>
  overrideAudit(actor, { ...params, ...body }),
)
