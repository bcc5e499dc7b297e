import type { ChildProcess } from 'node:child_process'
import { ensureBuilt } from '@/scripts/build.mjs'
import { spawnTied } from '@/scripts/spawn-tied.mjs'
import { freePortFrom, untilServing } from '@/scripts/web-address.mjs'

/** The production build on a port of its own, on the benchmark's database. */
export async function serveBuild(): Promise<{ url: string; stop: () => Promise<void> }> {
  const dist = process.env.GLOSS_DIST_DIR ?? '.next'
  await ensureBuilt({ dist })
  const port = await freePortFrom('127.0.0.1', 3460)
  const url = `http://127.0.0.1:${port}`
  const child = spawnTied(
    ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)],
    { env: { ...process.env, GLOSS_URL: url, GLOSS_DIST_DIR: dist }, stdio: ['ignore', 'ignore', 'inherit'] },
  ) as unknown as ChildProcess
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const failure = ended.then(() => Promise.reject(new Error('the server ended before it served')))
  failure.catch(() => {})
  await untilServing(url, { failure })
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { url, stop }
}
