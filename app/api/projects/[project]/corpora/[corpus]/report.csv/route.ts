import { handleInProject } from '@/app/api/handle'
import { downloadReport } from '@/lib/corpora/download-report'
import { downloadReportEndpoint } from '@/lib/corpora/schema'

export const GET = handleInProject(downloadReportEndpoint, async (actor, { params }) => {
  const { fileName, body } = await downloadReport(actor, params)
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`
  const headers = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': disposition }
  return new Response(body, { headers: { ...headers, 'cache-control': 'no-store' } })
})
