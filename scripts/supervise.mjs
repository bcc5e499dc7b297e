// Keeps a child running: when it ends unasked, it is started again, after ever longer pauses.
import { eachLine, spawnTied } from './spawn-tied.mjs'

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 30_000
const SETTLED_MS = 60_000

/** `onLine` hears what the child prints, `onStart` every new child, `onCrash` why it ended and when it comes back. */
export function supervise({ args, env, grace, onLine, onStart = () => {}, onCrash = () => {} }) {
  let child
  let crashes = 0
  let stopping = false
  let timer

  function launch() {
    const born = Date.now()
    child = spawnTied(args, { env, grace, detached: true }) // the keyboard's Ctrl-C is ours to pass on
    eachLine(child.stdout, onLine)
    eachLine(child.stderr, onLine)
    onStart(child)
    child.once('error', (error) => onLine(error.message))
    child.once('exit', (code, signal) => {
      if (stopping) return
      crashes = Date.now() - born > SETTLED_MS ? 1 : crashes + 1
      const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (crashes - 1))
      onCrash({ reason: signal ?? `code ${code}`, pause, crashes })
      if (!stopping) timer = setTimeout(launch, pause)
    })
  }

  /** SIGTERM, then SIGKILL after `milliseconds`. */
  async function stop(milliseconds) {
    stopping = true
    clearTimeout(timer)
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), milliseconds)
    await ended
    clearTimeout(force)
  }

  function kill() {
    stopping = true
    clearTimeout(timer)
    child.kill('SIGKILL')
  }

  launch()
  return { stop, kill }
}
