import { readFileSync } from 'node:fs'
import { db } from '@/lib/platform/db'

const TICK_MS = 10

/** How long a process and all that it started have computed so far, in milliseconds; not a number where the kernel does not tell. */
export function cpuTimeOf(pid: number): number {
  try {
    const [, ...own] = statOf(pid)
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
    // Those that have ended are in its own time; those that end meanwhile are in neither for a moment.
    return (
      own.reduce((sum, ticks) => sum + ticks * TICK_MS, 0) +
      children.reduce((sum, one) => sum + liveTimeOf(Number(one)), 0)
    )
  } catch {
    return Number.NaN
  }
}

function liveTimeOf(pid: number): number {
  try {
    const [, user = 0, system = 0] = statOf(pid)
    return (user + system) * TICK_MS
  } catch {
    return 0
  }
}

/** Its parent, and the ticks of its own (user, system) and of its children that have ended. */
function statOf(pid: number): number[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  return [fields[1]!, ...fields.slice(11, 15)]
}

/** The process that all of the database's were started by. */
export async function databasePid(): Promise<number> {
  const [own] = await db.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
  try {
    return statOf(own!.pid)[0]!
  } catch {
    return Number.NaN
  }
}
