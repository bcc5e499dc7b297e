// A lock that dies with its holder: a file that names a process, taken over when that process is gone.
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { identityOf, isAlive } from './process-identity.mjs'

/** Takes the lock. Returns nothing, or the text that a living holder left in it: its identity, then any notes. */
export function takeLock(file, notes = []) {
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, [identityOf(process.pid), ...notes].join('\n'))
  try {
    for (;;) {
      if (isLinked(mine, file)) return undefined
      const holder = read(file)
      if (isAlive(holder.split('\n')[0])) return holder
      rmSync(file, { force: true })
    }
  } finally {
    rmSync(mine, { force: true })
  }
}

export function freeLock(file) {
  if (read(file).split('\n')[0] === identityOf(process.pid)) rmSync(file, { force: true })
}

export async function withLock(file, work) {
  while (takeLock(file)) await sleep(30)
  try {
    return await work()
  } finally {
    freeLock(file)
  }
}

// Unlike creating a file and then writing to it, a link appears together with its content.
function isLinked(file, lock) {
  try {
    linkSync(file, lock)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
