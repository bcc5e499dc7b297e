import { handleInProject } from '@/app/api/handle'
import { listExports } from '@/lib/exports/queries'
import { listExportsEndpoint, startExportEndpoint } from '@/lib/exports/schema'
import { startExport } from '@/lib/exports/start-export'

export const GET = handleInProject(listExportsEndpoint, (actor, { query }) => listExports(actor, query))
export const POST = handleInProject(startExportEndpoint, (actor, { body }) => startExport(actor, body))
