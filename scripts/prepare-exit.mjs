// How a start ends: on a signal, with the npm that runs it, or because a step failed.
import { isAlive, npmAbove } from './process-identity.mjs'

const ONE_WISH_MS = 1000
const WATCH_NPM_MS = 250

/**
 * Stops what was started: first the processes, then the database that they use. `last` is done at the very end.
 * Asked again, it waits for no process any more; asked a third time, it ends at once.
 */
export function prepareExit(last) {
  const processes = []
  const databases = []
  let code
  let wishedAt = Number.NEGATIVE_INFINITY
  let hurried = false

  async function leave(wanted) {
    if (code !== undefined) return
    code = wanted
    await Promise.allSettled(processes.map(({ stop }) => stop()))
    await Promise.allSettled(databases.map((stop) => stop()))
    end()
  }

  // npm passes on the Ctrl-C that the terminal has sent us already: what comes so close is the same wish.
  function wish() {
    const now = performance.now()
    if (now - wishedAt < ONE_WISH_MS) return
    wishedAt = now
    if (code === undefined) void leave(0)
    else if (hurried) end()
    else hurry()
  }

  function hurry() {
    hurried = true
    code = 130
    for (const { kill } of processes) kill()
  }

  function end() {
    last()
    process.exit(code)
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, wish)
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {}) // a closed terminal
  leaveWithNpm(leave)
  return {
    /** `stop` asks it to end and waits, `kill` ends it. */
    stopsProcess(one) {
      processes.push(one)
      if (code !== undefined) one.kill() // it came up while we were leaving
    },
    stopsDatabase: (stop) => databases.push(stop),
    /** While leaving, failing is what the steps that were cut short do. */
    fail(error) {
      if (code === undefined) console.error(`\n${process.env.GLOSS_DEBUG ? error.stack : error.message}`)
      return leave(1)
    },
  }
}

// npm does not take us along when it is killed. Started without npm, we may outlive our parent, as a service does.
function leaveWithNpm(leave) {
  const npm = npmAbove()
  if (npm) setInterval(() => isAlive(npm) || leave(1), WATCH_NPM_MS).unref()
}
