import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Refusal } from './refuse-request'

export function send(
  response: ServerResponse,
  status: number,
  body: object | string,
  headers: Record<string, string> = {},
): ServerResponse {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const type = text.startsWith('<') ? 'text/html' : 'application/json'
  return response.writeHead(status, { 'content-type': type, 'x-stand-in': 'gloss', ...headers }).end(text)
}

export function sendRefusal(response: ServerResponse, { status, body, headers }: Refusal): ServerResponse {
  return send(response, status, body, headers)
}

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
