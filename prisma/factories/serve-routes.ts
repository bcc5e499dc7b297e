import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Route, readRoutes } from './routes'

/** The route handlers behind a port, without Next: what a client of the API sees. */
export async function serveRoutes(): Promise<{ url: string; close(): Promise<void> }> {
  const routes = await readRoutes()
  const server = createServer(async (incoming, outgoing) => {
    const url = new URL(incoming.url!, `http://${incoming.headers.host}`)
    const found = match(routes, incoming.method!, url.pathname)
    if (!found) return outgoing.writeHead(404).end('{}')
    const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD'
    const init: RequestInit & { duplex: 'half' } = {
      method: incoming.method,
      headers: Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
      body: hasBody ? (Readable.toWeb(incoming) as ReadableStream) : undefined,
      duplex: 'half',
    }
    const answer = await found.handler(new Request(url, init), { params: Promise.resolve(found.params) })
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
    if (!answer.body) return outgoing.end()
    await pipeline(Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]), outgoing).catch(
      () => undefined,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: `http://127.0.0.1:${port}`, close }
}

/** Literal segments win over parameters, as in Next. */
function match(routes: Route[], method: string, pathname: string) {
  const parts = pathname.split('/')
  const fits = routes
    .filter((route) => route.method === method)
    .map((route) => ({ ...route, segments: route.path.split('/') }))
    .filter(({ segments, takesPath }) =>
      takesPath ? segments.length <= parts.length : segments.length === parts.length,
    )
    .filter(({ segments }) => segments.every((one, i) => one.startsWith('{') || one === parts[i]))
    .sort((a, b) => a.path.split('{').length - b.path.split('{').length)
  const [best] = fits
  if (!best) return undefined
  const { handler, segments, takesPath } = best
  const named = segments.flatMap((one, i) => (one.startsWith('{') ? [[one.slice(1, -1), parts[i]!]] : []))
  const params: Record<string, string | string[]> = Object.fromEntries(
    named.map(([name, part]) => [name, decodeURIComponent(part!)]),
  )
  if (takesPath)
    params[segments.at(-1)!.slice(1, -1)] = parts.slice(segments.length - 1).map(decodeURIComponent)
  return { handler, params }
}
