import { createServer } from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { classifyAddress } from '@/lib/platform/llm/classify-address'
import { GateRefusal, gatedFetch } from '@/lib/platform/llm/gate'

type Found = { address: string; family: number }[]
const names = vi.hoisted(() => new Map<string, () => { address: string; family: number }[]>())
vi.mock('node:dns', async (original) => {
  const dns = await original<typeof import('node:dns')>()
  const lookup = (host: string, _options: object, done: (error: Error | null, found: Found) => void) => {
    const known = names.get(host)
    if (known) done(null, known())
    else done(Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' }), [])
  }
  return { ...dns, default: { ...dns, lookup }, lookup }
})

let asked = 0
const server = createServer((_request, response) => {
  asked++
  response.end('{}')
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo
afterAll(() => server.close())

// A socket that is made for a name tells only by this event that it tries to reach an address.
let attempts = 0
const connect = net.Socket.prototype.connect
vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(function (
  this: net.Socket,
  ...given: unknown[]
) {
  this.on('connectionAttempt', () => attempts++)
  return (connect as (...all: unknown[]) => net.Socket).apply(this, given)
})
beforeEach(() => {
  attempts = 0
})

const causeOf = (error: unknown): unknown =>
  error instanceof Error && error.cause !== undefined ? causeOf(error.cause) : error

const HOSTS = [
  ...['127.0.0.1', '127.1', '127.0.1', '127.255.255.254', '0.0.0.0', '0', '0.1.2.3', '2130706433'],
  ...['0x7f000001', '0x7f.1', '0x7F.0.0.0x1', '017700000001', '0177.0.0.1', '0177.0.0.01', '127.0.0.1.'],
  ...[
    '①②⑦.⓪.⓪.①',
    '１２７.０.０.１',
    '127。0。0。1',
    '%31%32%37.0.0.1',
    '10.0.0.1',
    '10.255.255.255',
    '0xa000001',
  ],
  ...[
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '192.168.1',
    '3232235777',
    '100.64.0.1',
    '100.127.255.255',
  ],
  ...['169.254.169.254', '169.254.0.1', '0xa9fea9fe', '2852039166', '169.254.170.2', '100.100.100.200'],
  ...[
    '168.63.129.16',
    '192.0.0.192',
    '192.0.2.1',
    '198.18.0.1',
    '198.51.100.7',
    '203.0.113.9',
    '192.88.99.1',
  ],
  ...['224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255', '[::1]', '[::]', '[0:0:0:0:0:0:0:1]'],
  ...[
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::ffff:10.0.0.1]',
    '[::ffff:a9fe:a9fe]',
    '[::ffff:0:127.0.0.1]',
  ],
  ...['[::127.0.0.1]', '[64:ff9b::127.0.0.1]', '[64:ff9b::a9fe:a9fe]', '[64:ff9b::]', '[64:ff9b:1::a00:1]'],
  ...[
    '[fe80::1]',
    '[fc00::1]',
    '[fd00:ec2::254]',
    '[fd20:ce::254]',
    '[fec0::1]',
    '[ff02::1]',
    '[2001:db8::1]',
  ],
  ...['[2002:7f00:1::]', '[2001::1]', '[3fff::1]', '[5f00::1]', '[100::1]'],
]

describe('the gate', () => {
  it(`makes no connection to any of ${HOSTS.length} addresses that are not of the open internet`, async () => {
    for (const host of HOSTS)
      for (const scheme of ['http', 'https']) {
        const refusal = await gatedFetch(`${scheme}://${host}:${port}/v1/models`).catch(causeOf)
        expect(refusal, host).toBeInstanceOf(GateRefusal)
      }
    expect(attempts).toBe(0)
    expect(asked).toBe(0)
  })

  it('refuses what is no plain address of a service', async () => {
    const refusedFor = async (url: string) => ((await gatedFetch(url).catch(causeOf)) as GateRefusal).reason
    expect(await refusedFor(`http://api.example.org@127.0.0.1:${port}/`)).toBe('userinfo')
    expect(await refusedFor(`http://user:word@example.org/`)).toBe('userinfo')
    expect(await refusedFor('file:///etc/passwd')).toBe('scheme')
    expect(await refusedFor('data:application/json,{}')).toBe('scheme')
    expect(attempts).toBe(0)
  })

  it('checks what a name resolves to, every address of it, when it connects', async () => {
    names.set('inner.example.org', () => [{ address: '127.0.0.1', family: 4 }])
    names.set('mixed.example.org', () => [
      { address: '93.184.215.14', family: 4 },
      { address: '::ffff:10.0.0.7', family: 6 },
    ])
    for (const name of ['inner.example.org', 'mixed.example.org'])
      expect(await gatedFetch(`http://${name}:${port}/`).catch(causeOf)).toBeInstanceOf(GateRefusal)
    expect(attempts).toBe(0)
    expect(await gatedFetch('http://nowhere.example.org/').catch(causeOf)).toMatchObject({
      code: 'ENOTFOUND',
    })
  })

  it('is not fooled by a name that resolves otherwise the second time', async () => {
    let times = 0
    names.set('rebinds.example.org', () => [{ address: times++ ? '93.184.215.14' : '127.0.0.1', family: 4 }])
    const refusal = await gatedFetch(`http://rebinds.example.org:${port}/`).catch(causeOf)
    expect(refusal).toBeInstanceOf(GateRefusal)
    expect(times).toBe(1)
    expect(attempts).toBe(0)
  })

  it('counts what does connect', async () => {
    await new Promise((resolve) => net.connect(port, '127.0.0.1').on('connect', resolve))
    expect(attempts).toBe(1)
  })

  it('knows what is public', () => {
    for (const address of [
      '1.1.1.1',
      '93.184.215.14',
      '2606:4700::1111',
      '64:ff9b::101:101',
      '172.32.0.1',
      '100.128.0.1',
    ])
      expect(classifyAddress(address), address).toBeUndefined()
  })
})
