import { handleInProject } from '@/app/api/handle'
import { importLibrary } from '@/lib/library/folder/import-library'
import { packLibrary } from '@/lib/library/folder/pack-library'
import { exportLibraryEndpoint, importLibraryEndpoint } from '@/lib/library/folder/schema'

export const GET = handleInProject(exportLibraryEndpoint, async (actor) => {
  const { fileName, body } = packLibrary(actor)
  const disposition = `attachment; filename="${fileName}"`
  const headers = { 'content-type': 'application/zip', 'content-disposition': disposition }
  return new Response(body, { headers: { ...headers, 'cache-control': 'no-store' } })
})

export const POST = handleInProject(importLibraryEndpoint, (actor, { body }) => importLibrary(actor, body))
