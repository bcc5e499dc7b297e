import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { CallError, type CallOptions, callEndpoint } from '@/lib/platform/call-endpoint'
import type { Endpoint } from '@/lib/platform/schema'
import { dataDir } from '@/scripts/environment.mjs'
import { CommandFailure, exitCodes, usageFailure } from './failure'

export type Server = { url: string; token: string }

/**
 * GLOSS_URL with GLOSS_TOKEN, or the Gloss that runs from this folder with the token it left there.
 * The local token goes to the local server only.
 */
export function findServer(given: { url?: string; token?: string }): Server {
  const local = findLocal()
  if (given.token) {
    const url = given.url || local?.url
    if (url) return { url: url.replace(/\/+$/, ''), token: given.token }
    throw usageFailure('GLOSS_TOKEN is set, but not GLOSS_URL: say where the server is.')
  }
  if (given.url && given.url.replace(/\/+$/, '') !== local?.url)
    throw usageFailure(
      'GLOSS_URL is set, but not GLOSS_TOKEN: make a token under your account in the browser.',
    )
  if (local) return local
  throw new CommandFailure(
    exitCodes.unreachable,
    'No Gloss runs from this folder. Start it with `npm start`, or set GLOSS_URL and GLOSS_TOKEN.',
    { code: 'unreachable' },
  )
}

function findLocal(): Server | undefined {
  const [running, token] = ['running.json', 'token'].map((name) => path.join(dataDir(), name))
  if (!existsSync(running!) || !existsSync(token!)) return undefined
  const { url } = JSON.parse(readFileSync(running!, 'utf8')) as { url: string }
  return { url, token: readFileSync(token!, 'utf8').trim() }
}

/** Calls an endpoint of the server, and says which server when it does not answer. */
export async function call<E extends Endpoint>(
  server: Server,
  endpoint: E,
  input: Parameters<typeof callEndpoint<E>>[1] = {},
): ReturnType<typeof callEndpoint<E>> {
  const options: CallOptions = { baseUrl: server.url, token: server.token }
  try {
    return await callEndpoint(endpoint, input, options)
  } catch (error) {
    if (error instanceof CallError && error.status === 0) throw unreachable(server)
    if (error instanceof CallError && error.status === 401)
      throw new CommandFailure(exitCodes.failed, `${server.url} does not accept the token.`, error.body)
    throw error
  }
}

export function unreachable(server: Server): CommandFailure {
  return new CommandFailure(exitCodes.unreachable, `Nothing answers at ${server.url}. Is Gloss running?`, {
    code: 'unreachable',
  })
}
