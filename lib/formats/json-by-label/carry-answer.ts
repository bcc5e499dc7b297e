import type { Carriage } from '@/lib/formats/model'
import type { Lowered } from '@/lib/tasks/model'

/** An object has each key once, so two groups of one label do not fit. Everything else does. */
export function carryAnswer({ answer }: Lowered): Carriage {
  const seen = new Set<string>()
  for (const { label } of answer) {
    if (seen.has(label)) return { carries: false, why: `two groups are called ${JSON.stringify(label)}` }
    seen.add(label)
  }
  return { carries: true }
}
