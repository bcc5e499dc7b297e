import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { batchBody, fileBody, type Shelf, startBatch, storeFile } from './batches'
import type { StandIn } from './complete-chat'
import { badRequest, notFound } from './refuse-request'
import { parseJson, send, sendRefusal } from './send'

type Call = { request: IncomingMessage; response: ServerResponse; body: Buffer; parts: string[] }

const batchSchema = z.looseObject({
  input_file_id: z.string(),
  endpoint: z.literal('/v1/chat/completions'),
  metadata: z.unknown().optional(),
})

export async function serveFiles(
  shelf: Shelf,
  { request, response, body, parts }: Call,
): Promise<ServerResponse> {
  const [, id, content] = parts
  if (request.method === 'POST' && !id) {
    const type = request.headers['content-type'] ?? ''
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
    const file = form.get('file')
    if (!(file instanceof Blob)) return sendRefusal(response, badRequest('A file is needed.'))
    const filename = 'name' in file ? String(file.name) : 'file'
    const asked = form.get('purpose')
    const purpose = typeof asked === 'string' ? asked : ''
    return send(response, 200, fileBody(storeFile(shelf, { filename, purpose, text: await file.text() })))
  }
  if (!id) return send(response, 200, listOf([...shelf.files.values()].map(fileBody)))
  const file = shelf.files.get(id)
  if (!file) return sendRefusal(response, notFound(request.url ?? ''))
  if (content) return send(response, 200, file.text)
  if (request.method !== 'DELETE') return send(response, 200, fileBody(file))
  shelf.files.delete(id)
  return send(response, 200, { id, object: 'file', deleted: true })
}

export function serveBatches(
  standIn: StandIn,
  { shelf, call }: { shelf: Shelf; call: Call },
): ServerResponse {
  const { request, response, body, parts } = call
  const [, id, deed] = parts
  if (request.method === 'POST' && !id) {
    const asked = batchSchema.safeParse(parseJson(body))
    if (!asked.success || !shelf.files.has(asked.data.input_file_id))
      return sendRefusal(response, badRequest('The input file is not there, or the endpoint is another.'))
    return send(response, 200, batchBody(startBatch({ shelf, standIn }, asked.data)))
  }
  if (!id) return send(response, 200, listOf([...shelf.batches.values()].map(batchBody)))
  const batch = shelf.batches.get(id)
  if (!batch) return sendRefusal(response, notFound(request.url ?? ''))
  if (deed === 'cancel' && batch.status === 'in_progress') batch.status = 'cancelled'
  return send(response, 200, batchBody(batch))
}

export function listOf(data: object[]): object {
  return { object: 'list', data, has_more: false, first_id: null, last_id: null }
}
