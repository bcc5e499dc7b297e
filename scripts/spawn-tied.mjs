// Starts node programs that end with us, even when we are killed.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './environment.mjs'

const PRELOAD = pathToFileURL(path.join(ROOT, 'scripts/with-parent.mjs')).href

/** `grace`: milliseconds that an orphan gets to finish its work after SIGTERM; without it, it ends at once. */
export function spawnTied(
  args,
  { env = process.env, stdio = ['ignore', 'pipe', 'pipe'], grace = 0, ...options } = {},
) {
  return spawn(process.execPath, ['--import', PRELOAD, ...args], {
    cwd: ROOT,
    ...options,
    env: { ...env, GLOSS_PARENT_FD: '3', GLOSS_PARENT_GRACE: String(grace) },
    stdio: [...stdio, 'pipe'],
  })
}

/** Runs to the end and returns what it printed; throws with that, when it fails. */
export async function runTied(args, { onLine = () => {}, ...options } = {}) {
  const child = spawnTied(args, options)
  const output = []
  for (const stream of [child.stdout, child.stderr])
    eachLine(stream, (line) => {
      output.push(line)
      onLine(line)
    })
  const [code, signal] = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (...ending) => resolve(ending))
  })
  if (code === 0) return output.join('\n')
  throw new Error(
    `${path.basename(args[0])} ended with ${signal ?? `code ${code}`}:\n${output.slice(-60).join('\n')}`,
  )
}

export function eachLine(stream, onLine) {
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('data', (text) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop()
    lines.forEach(onLine)
  })
  stream.on('close', () => rest && onLine(rest))
}
