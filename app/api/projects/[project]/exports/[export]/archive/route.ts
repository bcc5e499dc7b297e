import { handleInProject } from '@/app/api/handle'
import { archiveExport } from '@/lib/exports/queries'
import { archiveExportEndpoint } from '@/lib/exports/schema'
import { sendArchive } from '@/lib/platform/send-archive'

export const GET = handleInProject(archiveExportEndpoint, async (actor, { params, request }) =>
  sendArchive(request, await archiveExport(actor, params)),
)
