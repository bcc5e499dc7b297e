import { handleInProject } from '@/app/api/handle'
import { readExport } from '@/lib/exports/queries'
import { readExportEndpoint } from '@/lib/exports/schema'

export const GET = handleInProject(readExportEndpoint, (actor, { params }) => readExport(actor, params))
