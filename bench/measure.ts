import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

const SAMPLE_MS = 20

/** The number given as `--name N`, or the default. */
export function numberArgument(name: string, fallback: number): number {
  const { values } = parseArgs({
    options: { [name]: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  })
  const given = values[name]
  if (given === undefined) return fallback
  const number = Number(String(given).replaceAll('_', ''))
  if (!Number.isFinite(number) || number <= 0)
    throw new Error(`--${name} wants a positive number, not ${given}`)
  return number
}

/** The word given as `--name WORD`, or the default. */
export function wordArgument(name: string, fallback: string): string {
  const options = { [name]: { type: 'string' } } as const
  const { values } = parseArgs({ options, strict: false, allowPositionals: true })
  return String(values[name] ?? fallback)
}

/** Prints the result as the last line: one line of JSON with `--json`, else a table for people before it. */
export function printResult(result: Record<string, number | string>): void {
  if (!process.argv.includes('--json')) console.table(result)
  console.log(JSON.stringify(result))
}

export type Timed<Result> = { result: Result; seconds: number; peakRssMb: number }

/** Runs the work and tells how long it took and the most memory this process held meanwhile. */
export async function timed<Result>(work: () => Result | Promise<Result>): Promise<Timed<Result>> {
  collectGarbage()
  const peak = watchMemory()
  const begun = performance.now()
  try {
    const result = await work()
    const seconds = (performance.now() - begun) / 1000
    return { result, seconds, peakRssMb: round(peak() / 2 ** 20) }
  } finally {
    peak()
  }
}

// The kernel keeps the highest mark and lets us lower it; where it does not, samples between two turns of the loop must do.
function watchMemory(): () => number {
  try {
    writeFileSync('/proc/self/clear_refs', '5')
    return () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024
  } catch {
    let highest = process.memoryUsage.rss()
    const look = () => {
      highest = Math.max(highest, process.memoryUsage.rss())
    }
    const sampler = setInterval(look, SAMPLE_MS)
    return () => {
      clearInterval(sampler)
      look()
      return highest
    }
  }
}

/** The value below which a share of the values lie: `percentile(times, 0.95)`. */
export function percentile(values: readonly number[], share: number): number {
  if (!values.length) throw new Error('no values, no percentile')
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!
}

/** Three significant digits are more than a noisy machine can promise. */
export function round(value: number, digits = 3): number {
  return Number(value.toPrecision(Math.max(digits, Math.ceil(Math.log10(Math.abs(value) + 1)))))
}

/** Between the floor and what is measured after it. Does nothing unless node runs with --expose-gc, as `npm run bench` does. */
export function collectGarbage(): void {
  globalThis.gc?.()
}
