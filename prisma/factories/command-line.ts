import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'vitest'
import { makeService, tokenOf } from './people'
import { serveRoutes } from './serve-routes'

export type Finished = { code: number | null; stdout: string; stderr: string }

/** The command line with a Gloss to speak to: routes behind a port and a worker, with a folder of their own. */
export async function startCommandLine(env: (folder: string) => Record<string, string> = () => ({})) {
  const folder = mkdtempSync(path.join(tmpdir(), 'gloss-cli-'))
  // The environment is read once in a process: it is set before the first call that asks for it.
  Object.assign(process.env, { GLOSS_DATA_DIR: folder, ...env(folder) })
  const { token } = await tokenOf(await makeService({ isAdmin: true }))
  const server = await serveRoutes()
  const worker: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'lib/worker.ts'], {
    env: { ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'silent' },
    stdio: 'inherit',
  })
  const gloss = (args: string[], more: Record<string, string> = {}) =>
    runScript('scripts/gloss.ts', args, { GLOSS_URL: server.url, GLOSS_TOKEN: token, ...more })
  return {
    ...{ folder, token, gloss, url: server.url },
    /** What it says to scripts, where it has to succeed. */
    async glossJson(...args: string[]) {
      const { code, stdout, stderr } = await gloss([...args, '--json'])
      expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout.trimEnd().split('\n')).toHaveLength(1)
      return JSON.parse(stdout)
    },
    async close() {
      worker.kill()
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Runs a script as a person would, in a process of its own. */
export function runScript(file: string, args: string[], env: Record<string, string> = {}): Promise<Finished> {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (text) => {
    stdout += text
  })
  child.stderr.on('data', (text) => {
    stderr += text
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })))
}
