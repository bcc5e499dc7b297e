import { readFileSync } from 'node:fs'
import { type Fix, type ImportPlan, importPlanSchema } from '@/lib/corpora/fixes/model'
import { usageFailure } from './failure'

export type GivenPlan = {
  plan?: string
  rename?: { from: string[]; to: string }[]
  dropLabel?: string[]
  drop?: { problem: string; keep: 'first' | 'none' }[]
  keep?: string[]
  known?: string[]
}

/** What is fixed with the import: the steps of a file, then those of the options, labels before instances. */
export function choosePlan({ plan, rename = [], dropLabel, drop = [], keep = [], known }: GivenPlan) {
  const written = plan === undefined ? { fixes: [] } : readPlan(plan)
  const asked = [
    ...rename.map((one) => ({ kind: 'relabel', part: 'label', ...one })),
    ...(dropLabel ? [{ kind: 'drop-label', part: 'label', from: dropLabel }] : []),
    ...keep.map((problem) => ({ kind: 'keep', problem })),
    ...drop.map((one) => ({ kind: 'drop-instances', ...one })),
  ]
  const fixes = [...written.fixes, ...asked] as Fix[]
  const labels = known ?? written.known
  if (fixes.length === 0 && !labels) return undefined
  return parsePlan({ fixes, ...(labels && { known: labels }) }, 'The plan of this import')
}

function readPlan(file: string): ImportPlan {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw usageFailure(`${file} is no plan: ${(cause as Error).message}`)
  }
  return parsePlan(value, file)
}

function parsePlan(value: unknown, name: string): ImportPlan {
  const result = importPlanSchema.safeParse(value)
  if (result.success) return result.data
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw usageFailure(`${name} does not fit: ${faults.join('; ')}`)
}
