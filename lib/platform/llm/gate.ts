import { lookup } from 'node:dns'
import { isIP } from 'node:net'
import { Agent, buildConnector, fetch as undiciFetch } from 'undici'
import { env } from '@/lib/platform/env'
import {
  type AddressKind,
  classifyAddress,
  includes,
  listOf,
  unwrapAddress,
} from '@/lib/platform/llm/classify-address'

export type GateReason = AddressKind | 'scheme' | 'userinfo' | 'redirect' | 'too-many-redirects'

/** Where a model lives that Gloss does not call. */
export class GateRefusal extends Error {
  constructor(
    readonly reason: GateReason,
    /** The host, or the address that it led to. */
    readonly where: string,
  ) {
    super(`Refused to call ${where}: ${reason}`)
    this.name = 'GateRefusal'
  }
}

const LOOPBACK = ['127.0.0.0/8', '::1']
const MOST_REDIRECTS = 3
const MOST_CONNECTIONS = 256

/** Throws for an address that is not public and that the operator has not allowed in GLOSS_MODEL_NETWORKS. */
export function requireAllowed(address: string): void {
  const kind = classifyAddress(address)
  if (kind === undefined) return
  const named = env().GLOSS_MODEL_NETWORKS
  const allowed = listOf(named.flatMap((one) => (one === 'loopback' ? LOOPBACK : [one])))
  if (!includes(allowed, unwrapAddress(address))) throw new GateRefusal(kind, address)
}

/** What a URL says about itself. WHATWG parsing has made 0x7f.1, 2130706433 and ０ into plain addresses by now. */
function requireSound(url: URL): void {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new GateRefusal('scheme', url.protocol)
  if (url.username || url.password) throw new GateRefusal('userinfo', url.host)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host)) requireAllowed(host)
}

// Names are checked by what they resolve to at the moment of the connection, which then goes to those very addresses: a name that
// resolves otherwise a second later gains nothing. One refused address among several refuses the name.
const connectTo = buildConnector({
  timeout: 10_000,
  lookup: (hostname, options, done) =>
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return done(error, [])
      try {
        for (const { address } of found) requireAllowed(address)
      } catch (refusal) {
        return done(refusal as Error, [])
      }
      return options.all ? done(null, found) : done(null, found[0]!.address, found[0]!.family)
    }),
})

const agent = new Agent({
  connections: MOST_CONNECTIONS,
  headersTimeout: 0, // the caller's own timeout rules
  bodyTimeout: 0,
  connect: (options, done) => {
    try {
      if (isIP(options.hostname)) requireAllowed(options.hostname)
    } catch (refusal) {
      return done(refusal as Error, null)
    }
    return connectTo(options, done)
  },
})

/** `fetch` for calls to models: only to where the operator lets Gloss go, redirects included. A key goes to no other origin. */
export async function gatedFetch(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  let url = new URL(input instanceof Request ? input.url : input)
  const packed = await packBody(init)
  const headers = new Headers(packed.headers)
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    requireSound(url)
    const answer = await undiciFetch(url, {
      method: init.method ?? 'GET',
      signal: init.signal ?? null,
      headers: [...headers],
      body: packed.body,
      redirect: 'manual',
      dispatcher: agent,
    })
    const location = answer.headers.get('location')
    if (answer.status < 300 || answer.status > 399 || location === null) return answer as unknown as Response
    await answer.body?.cancel()
    const next = new URL(location, url)
    // 301 and 302 would make a GET of it, which is no question to a model.
    if (packed.body !== null && answer.status !== 307 && answer.status !== 308)
      throw new GateRefusal('redirect', next.host)
    if (next.origin !== url.origin) headers.delete('authorization')
    url = next
  }
  throw new GateRefusal('too-many-redirects', url.host)
}

/** The body as bytes, so that a redirect can have it again; forms are packed here, as undici knows only its own. */
async function packBody(init: RequestInit): Promise<{ body: string | Uint8Array | null; headers: Headers }> {
  const headers = new Headers(init.headers)
  const { body } = init
  if (body === undefined || body === null || typeof body === 'string') return { body: body ?? null, headers }
  const packed = new Response(body)
  const type = packed.headers.get('content-type')
  if (type && !headers.has('content-type')) headers.set('content-type', type)
  return { body: new Uint8Array(await packed.arrayBuffer()), headers }
}
