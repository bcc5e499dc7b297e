import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { newShelf } from './batches'
import type { StandIn } from './complete-chat'
import { count, newCounts } from './counts'
import { badKey, notFound } from './refuse-request'
import { parseJson, readBody, send, sendRefusal } from './send'
import { serveChat } from './serve-chat'
import { listOf, serveBatches, serveFiles } from './serve-files'
import { defaultSettings, type Settings } from './settings'

/**
 * A stand-in for a language model, behind the API that OpenAI and its likes speak: for tests, and for trying Gloss out without a
 * model. `GET /control` says what was asked, `PATCH /control` changes settings, `DELETE /control` forgets both.
 */
export async function startFakeLlm(
  given: Partial<Settings> = {},
  { port = 0 }: { port?: number } = {},
): Promise<{ url: string; standIn: StandIn; close(): Promise<void> }> {
  const standIn: StandIn = { settings: { ...defaultSettings, ...given }, counts: newCounts(), number: 0 }
  const shelf = newShelf()
  const server = createServer(async (request, response) => {
    const { counts } = standIn
    const { pathname } = new URL(request.url ?? '/', 'http://stand-in')
    response.on('close', () =>
      count(counts.byStatus, response.writableFinished ? response.statusCode : 'cut'),
    )
    const body = await readBody(request).catch(() => undefined)
    if (!body) return
    if (pathname === '/control') return serveControl(standIn, { request, response, body, given })
    counts.requests++
    count(counts.byPath, `${request.method} ${pathname.replace(/\/(file-|batch_)\d+/, '/{id}')}`)
    counts.mostInFlight = Math.max(counts.mostInFlight, ++counts.inFlight)
    const closed = new Promise((resolve) => response.on('close', resolve))
    // A caller that hangs up ends nothing here: what is being answered is answered, and counted, all the same.
    await Promise.allSettled([serve(standIn, { shelf, request, response, body, pathname }), closed])
    counts.inFlight--
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, standIn, close }
}

async function serve(
  standIn: StandIn,
  of: {
    shelf: ReturnType<typeof newShelf>
    request: IncomingMessage
    response: ServerResponse
    body: Buffer
    pathname: string
  },
): Promise<unknown> {
  const { shelf, request, response, body, pathname } = of
  const key = request.headers.authorization?.replace(/^Bearer /, '')
  const { keys, models } = standIn.settings
  if (keys.length > 0 && !keys.includes(key ?? '')) return sendRefusal(response, badKey(key))
  const parts = pathname.split('/').slice(2)
  const call = { request, response, body, parts }
  if (pathname === '/v1/chat/completions') return serveChat(standIn, { ...call, body: parseJson(body) })
  if (pathname === '/v1/models')
    return send(
      response,
      200,
      listOf(models.map((id) => ({ id, object: 'model', created: 0, owned_by: 'gloss-stand-in' }))),
    )
  if (parts[0] === 'files') return serveFiles(shelf, call)
  if (parts[0] === 'batches') return serveBatches(standIn, { shelf, call })
  return sendRefusal(response, notFound(pathname))
}

function serveControl(
  standIn: StandIn,
  {
    request,
    response,
    body,
    given,
  }: { request: IncomingMessage; response: ServerResponse; body: Buffer; given: Partial<Settings> },
): ServerResponse {
  if (request.method === 'PATCH') Object.assign(standIn.settings, parseJson(body))
  if (request.method === 'DELETE')
    Object.assign(standIn, { settings: { ...defaultSettings, ...given }, counts: newCounts(), number: 0 })
  const { settings, counts } = standIn
  return send(response, 200, { settings, counts })
}
