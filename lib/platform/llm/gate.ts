import { lookup } from 'node:dns'
import { type BlockList, isIP } from 'node:net'
import { Readable } from 'node:stream'
import { Agent, buildConnector, type Dispatcher, request } from 'undici'
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
  const named = env().GLOSS_MODEL_NETWORKS
  const known = passed.get(named) ?? { allowed: listOf(named.flatMap(rangesOf)), addresses: new Set() }
  passed.set(named, known)
  if (known.addresses.has(address)) return
  const kind = classifyAddress(address)
  if (kind !== undefined && !includes(known.allowed, unwrapAddress(address)))
    throw new GateRefusal(kind, address)
  if (known.addresses.size < MOST_KNOWN) known.addresses.add(address)
}

const MOST_KNOWN = 1000
const rangesOf = (named: string) => (named === 'loopback' ? LOOPBACK : [named])
/** Reading an address is slow beside a call, and its answer always the same. */
const passed = new WeakMap<string[], { allowed: BlockList; addresses: Set<string> }>()

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

/** `fetch` for calls to models: only to where the operator lets Gloss go. */
export async function gatedFetch(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const { body, headers } = await packBody(init)
  const { answer, url } = await gatedRequest(new URL(input instanceof Request ? input.url : input), {
    ...{ method: init.method ?? 'GET', headers: Object.fromEntries(headers), body },
    signal: init.signal ?? null,
  })
  return readAnswer(answer, url)
}

export type GatedRequest = {
  method: string
  /** By their names in small letters. */
  headers: Record<string, string>
  body: string | Uint8Array | null
  signal: AbortSignal | null
}

/** A request to only where the operator lets Gloss go, redirects included. A key goes to no other origin. */
export async function gatedRequest(
  to: URL,
  { method, headers, body, signal }: GatedRequest,
): Promise<{ answer: Dispatcher.ResponseData; url: URL }> {
  let url = to
  const sent: Record<string, string> = { ...headers, 'accept-encoding': 'identity' }
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    requireSound(url)
    const answer = await request(url, {
      ...{ method: method as Dispatcher.HttpMethod, headers: sent, body, signal, dispatcher: agent },
    })
    const { statusCode } = answer
    const location = answer.headers.location?.toString()
    if (statusCode < 300 || statusCode > 399 || location === undefined) return { answer, url }
    await answer.body.dump()
    const next = new URL(location, url)
    // 301 and 302 would make a GET of it, which is no question to a model.
    if (body !== null && statusCode !== 307 && statusCode !== 308)
      throw new GateRefusal('redirect', next.host)
    if (next.origin !== url.origin) delete sent.authorization
    url = next
  }
  throw new GateRefusal('too-many-redirects', url.host)
}

/** What a service answered, as far as `fetch` tells it. A stream comes piece by piece, all else is read here: that is far cheaper. */
async function readAnswer(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  url: URL,
): Promise<Response> {
  const named = new Headers()
  for (const [name, value = []] of Object.entries(headers))
    for (const one of [value].flat()) named.append(name, one)
  if (named.get('content-type')?.startsWith('text/event-stream'))
    return new Response(Readable.toWeb(body) as ReadableStream, { status: statusCode, headers: named })
  return new WholeAnswer(statusCode, named, await body.text(), url.href) as unknown as Response
}

/** As much of a `Response` as the one client uses: a real one costs more than all else that a call costs here. */
class WholeAnswer {
  readonly ok: boolean
  readonly body = null
  constructor(
    readonly status: number,
    readonly headers: Headers,
    private said: string,
    readonly url: string,
  ) {
    this.ok = status >= 200 && status < 300
  }

  async text(): Promise<string> {
    return this.said
  }

  async json(): Promise<unknown> {
    return JSON.parse(this.said)
  }
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
