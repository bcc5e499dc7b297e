/** What the operator must set so that Gloss calls this address; nothing where that is not needed, or would be wrong. */
export function networkSetting(host: string, message = ''): string | null {
  const refused = /^Refused to call (.+): ([\w-]+)$/.exec(message)
  const [, where = host, reason = ''] = refused ?? []
  const bare = where.replace(/^([^:]+|\[.*\]):\d+$/, '$1').replace(/^\[|\]$/g, '')
  if (reason === 'loopback' || isLoopback(bare)) return 'GLOSS_MODEL_NETWORKS=loopback'
  const isInside = refused ? INSIDE.has(reason) && IP.test(bare) : isPrivate(bare)
  return isInside ? `GLOSS_MODEL_NETWORKS=${bare}` : null
}

const INSIDE = new Set(['private', 'shared', 'link-local'])
const IP = /^(\d+\.){3}\d+$|^[\da-f:]*:[\da-f:.]*$/i

function isLoopback(host: string): boolean {
  return /^(localhost$|127\.|::1$)/.test(host)
}

function isPrivate(host: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(host)
}
