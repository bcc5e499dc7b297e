// Names a process so that a later look can tell whether it still lives: a pid alone may have been given to another.
import { readFileSync } from 'node:fs'

export function identityOf(pid) {
  return [pid, ticksAtStart(pid)].filter(Boolean).join(':')
}

export function isAlive(identity) {
  const [pid, ticks] = String(identity).trim().split(':')
  if (!Number(pid) || !answersSignals(Number(pid))) return false
  const now = ticksAtStart(pid)
  return ticks ? ticks === now : now !== 'zombie'
}

export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    return undefined
  }
}

function answersSignals(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

// Linux only; elsewhere the pid has to do. A zombie counts as dead: nobody may ever reap it in a container.
function ticksAtStart(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? 'zombie' : fields[19]
  } catch {
    return undefined
  }
}
