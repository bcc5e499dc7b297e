import { handleInProject } from '@/app/api/handle'
import { orderAudit } from '@/lib/synthesis/audits/order-audit'
import { readAudit } from '@/lib/synthesis/audits/queries'
import { orderAuditEndpoint, readAuditEndpoint } from '@/lib/synthesis/audits/schema'

export const GET = handleInProject(readAuditEndpoint, (actor, { params }) => readAudit(actor, params))
export const POST = handleInProject(orderAuditEndpoint, (actor, { params, body }) =>
  orderAudit(actor, { ...params, ...body }),
)
