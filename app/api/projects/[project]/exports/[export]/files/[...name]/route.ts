import { handleInProject } from '@/app/api/handle'
import { downloadExport } from '@/lib/exports/queries'
import { downloadExportEndpoint } from '@/lib/exports/schema'
import { sendFile } from '@/lib/platform/send-file'

export const GET = handleInProject(downloadExportEndpoint, async (actor, { params, request }) =>
  sendFile(request, await downloadExport(actor, params)),
)
