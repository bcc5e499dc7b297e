import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** What an address is that no model of the open internet has. */
export type AddressKind =
  | 'loopback'
  | 'private'
  | 'link-local'
  | 'shared'
  | 'metadata'
  | 'unspecified'
  | 'multicast'
  | 'reserved'

// The first that fits counts. Azure's 168.63.129.16 looks public and serves the host's own data; Alibaba's is in the shared range.
const IPV4: [AddressKind, string][] = [
  ['metadata', '169.254.169.254/32'],
  ['metadata', '169.254.170.2/32'],
  ['metadata', '100.100.100.200/32'],
  ['metadata', '168.63.129.16/32'],
  ['loopback', '127.0.0.0/8'],
  ['unspecified', '0.0.0.0/8'],
  ['private', '10.0.0.0/8'],
  ['private', '172.16.0.0/12'],
  ['private', '192.168.0.0/16'],
  ['shared', '100.64.0.0/10'],
  ['link-local', '169.254.0.0/16'],
  ['reserved', '192.0.0.0/24'],
  ['reserved', '192.0.2.0/24'],
  ['reserved', '192.88.99.0/24'],
  ['reserved', '198.18.0.0/15'],
  ['reserved', '198.51.100.0/24'],
  ['reserved', '203.0.113.0/24'],
  ['multicast', '224.0.0.0/4'],
  ['reserved', '240.0.0.0/4'],
]

const IPV6: [AddressKind, string][] = [
  ['metadata', 'fd00:ec2::254/128'],
  ['metadata', 'fd20:ce::254/128'],
  ['loopback', '::1/128'],
  ['unspecified', '::/128'],
  ['private', 'fc00::/7'],
  ['private', 'fec0::/10'],
  ['link-local', 'fe80::/10'],
  ['multicast', 'ff00::/8'],
  ['private', '64:ff9b:1::/48'],
  // Tunnels and notations that lead somewhere else: Teredo, ORCHID, documentation, 6to4.
  ['reserved', '2001::/23'],
  ['reserved', '2001:db8::/32'],
  ['reserved', '2002::/16'],
  ['reserved', '3fff::/20'],
]

const known = [...IPV4, ...IPV6].map(([kind, range]) => ({ kind, list: listOf([range]) }))
const GLOBAL = listOf(['2000::/3'])

/** The kind of an address that is not public, or `undefined` for one that is. An IPv4 address inside an IPv6 one counts as itself. */
export function classifyAddress(address: string): AddressKind | undefined {
  const plain = unwrapAddress(address)
  const found = known.find(({ list }) => includes(list, plain))
  if (found) return found.kind
  return isIPv4(plain) || includes(GLOBAL, plain) ? undefined : 'reserved'
}

/** Ranges such as `10.0.0.0/8`, or single addresses. Throws for anything else. */
export function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', bits] = range.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

export function includes(list: BlockList, address: string): boolean {
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

const MAPPED = /^(?:::ffff:(?:0:)?|64:ff9b::|::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/

/** `::ffff:7f00:1`, `64:ff9b::7f00:1` (NAT64) and `::7f00:1` all reach 127.0.0.1. A zone (`%eth0`) says nothing about the address. */
export function unwrapAddress(address: string): string {
  const [plain = ''] = address.split('%')
  if (!isIPv6(plain)) return plain
  const short = new URL(`http://[${plain}]`).hostname.slice(1, -1) // as RFC 5952 writes it: no dots, no leading zeros
  const [, high, low] = MAPPED.exec(short) ?? []
  if (high === undefined || low === undefined) return short.replace(/^64:ff9b::([0-9a-f]{1,4})$/, unwrapLow)
  const bytes = [high, low].map((group) => Number.parseInt(group, 16)).flatMap((n) => [n >> 8, n & 255])
  return bytes.join('.')
}

function unwrapLow(_short: string, low: string): string {
  const number = Number.parseInt(low, 16)
  return `0.0.${number >> 8}.${number & 255}`
}
