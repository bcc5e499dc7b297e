import type { Offsets } from '@/lib/tasks/model'

/** A step of a path: a key, a place in a list, or every value there. */
export type Step = string | number | { every: 'item' | 'value' }

const STEP = /\.?\*|\[\]|\[(\d+)\]|\["((?:[^"\\]|\\.)+)"\]|\.?([^.[\]"*@\s](?:[^.[\]"*]*[^.[\]"*\s])?)/y

/** The steps of a path such as `data.text`, `spans[].label`, `[0]`, `meta["a b"]` or `label.*`; null for what is no path. */
export function parsePath(path: string): Step[] | null {
  const steps: Step[] = []
  STEP.lastIndex = 0
  while (STEP.lastIndex < path.length) {
    const at = STEP.lastIndex
    const found = STEP.exec(path)
    if (!found || (at === 0 && found[0].startsWith('.') && path.length > 1)) return null
    const [written, index, quoted, key] = found
    if (index !== undefined) steps.push(Number(index))
    else if (quoted !== undefined) steps.push(quoted.replace(/\\(.)/g, '$1'))
    else if (key !== undefined) steps.push(key)
    else steps.push({ every: written === '[]' ? 'item' : 'value' })
  }
  return steps
}

/** Steps as a path; keys that are no plain words stand in quotes. */
export function writePath(steps: readonly Step[]): string {
  return steps.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`
    if (typeof step === 'object') return step.every === 'item' ? `${path}[]` : `${path}${path && '.'}*`
    if (!/^[^.[\]"*@\s]([^.[\]"*]*[^.[\]"*\s])?$/.test(step))
      return `${path}["${step.replace(/["\\]/g, '\\$&')}"]`
    return `${path}${path && '.'}${step}`
  }, '')
}

/** `.` is the value itself; `@1` the key or place that the first `[]` or `*` on the way met. */
export function isPath(path: string): boolean {
  return path === '.' || /^@[1-9]$/.test(path) || (parsePath(path)?.length ?? 0) > 0
}

/** A value of a record with its place there, and the keys and places that `[]` and `*` met on the way to it. */
export type Selected = { value: unknown; place: string; met: readonly (string | number)[] }

/** Says where something stands in the text; what it has to say about it goes to the faults. Null: nowhere. */
export type Placer = (given: {
  place: string
  start?: unknown
  end?: unknown
  words?: string | undefined
}) => Offsets | null
