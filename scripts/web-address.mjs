// Where the web process listens and how to reach it.
import http from 'node:http'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const WILDCARDS = ['0.0.0.0', '::', '*']

/** The wanted port, or the next free one. */
export async function freePortFrom(host, wanted) {
  for (let port = wanted; port < wanted + 100; port++) {
    const obstacle = await obstacleAt(host, port)
    if (!obstacle) return port
    if (obstacle !== 'EADDRINUSE') throw new Error(`Cannot listen on ${host}:${port}: ${obstacle}`)
  }
  throw new Error(`No free port from ${wanted} to ${wanted + 99}`)
}

export function addressFor(host, port) {
  const name = WILDCARDS.includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

/** Waits until something answers there. `failure` rejects when waiting has become pointless. */
export async function untilServing(address, { failure, seconds = 60 }) {
  const deadline = Date.now() + seconds * 1000
  const answered = (async () => {
    while (Date.now() < deadline) {
      if (await answers(`${address}/api/health`)) return
      await sleep(40)
    }
    throw new Error(`${address} did not answer within ${seconds} seconds`)
  })()
  await Promise.race([answered, failure])
}

// Anything but trouble of its own will do: a route that is missing proves a server, too.
function answers(url) {
  return new Promise((resolve) => {
    const request = http.get(url, { agent: false, timeout: 30_000 }, (response) => {
      response.resume()
      resolve(response.statusCode < 500)
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(false))
  })
}

function obstacleAt(host, port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error) => resolve(error.code))
    probe.listen(port, host === '*' ? '::' : host, () => probe.close(() => resolve(undefined)))
  })
}
