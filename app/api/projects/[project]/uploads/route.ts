import { handleInProject } from '@/app/api/handle'
import { uploadFileEndpoint } from '@/lib/corpora/schema'
import { uploadFile } from '@/lib/corpora/upload-file'

export const POST = handleInProject(uploadFileEndpoint, (actor, { query, request }) => {
  const announced = request.headers.get('content-length')
  const announcedBytes = announced === null ? undefined : Number(announced)
  return uploadFile(actor, { name: query.name, body: request.body, announcedBytes })
})
