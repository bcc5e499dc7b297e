import { handleInProject } from '@/app/api/handle'
import { acceptAudit } from '@/lib/synthesis/audits/accept-audit'
import { acceptAuditEndpoint } from '@/lib/synthesis/audits/schema'

export const POST = handleInProject(acceptAuditEndpoint, (actor, { params }) => acceptAudit(actor, params))
