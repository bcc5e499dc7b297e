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

/** The npm that runs us, if one does: our parent, or the parent of the shell that npm puts between. */
export function npmAbove() {
  if (!process.env.npm_lifecycle_event) return undefined
  const isShell = /^(ba|da|z|k)?sh$/.test(commandOf(process.ppid) ?? '')
  return identityOf((isShell && statOf(process.ppid)?.parent) || process.ppid)
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

// A zombie counts as dead: in a container nobody may ever reap it.
function ticksAtStart(pid) {
  const stat = statOf(pid)
  return stat?.state === 'Z' ? 'zombie' : stat?.ticks
}

// Linux only; elsewhere a pid has to do.
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0], parent: Number(fields[1]), ticks: fields[19] }
  } catch {
    return undefined
  }
}
