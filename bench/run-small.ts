import { once } from 'node:events'
import { forkSmall } from '@/lib/platform/run-apart'

export type Small = { seconds: number; peakRssMb: number }

/** Runs a script of a benchmark as heavy jobs are run: in a process of its own, started as theirs. */
export async function runSmall(script: string, args: string[]): Promise<Small> {
  const child = forkSmall(script, args)
  const failure = once(child, 'exit').then(([code]) => {
    throw new Error(`${script} ended with ${code}`)
  })
  failure.catch(() => undefined)
  const [message] = (await Promise.race([once(child, 'message'), failure])) as [Small]
  return message
}

/** The other end: tells what the work took, and leaves. */
export function tellSmall({ seconds, peakRssMb }: Small): void {
  process.send!({ seconds, peakRssMb }, () => process.exit(0))
}
