import { handleInProject } from '@/app/api/handle'
import { exportTree } from '@/lib/taxonomy/outline/export-tree'
import { importTree } from '@/lib/taxonomy/outline/import-tree'
import { exportTreeEndpoint, importTreeEndpoint } from '@/lib/taxonomy/outline/schema'

export const GET = handleInProject(exportTreeEndpoint, async (actor, { query }) => {
  const { fileName, body } = await exportTree(actor, query)
  const disposition = `attachment; filename="${fileName}"`
  const headers = { 'content-type': 'application/octet-stream', 'content-disposition': disposition }
  return new Response(body, { headers: { ...headers, 'cache-control': 'no-store' } })
})

export const POST = handleInProject(importTreeEndpoint, (actor, { body }) => importTree(actor, body))
