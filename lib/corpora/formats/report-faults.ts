import type { z } from 'zod'
import {
  excerptOf,
  type IssueCode,
  type IssueParams,
  type LineIssue,
  type Reading,
  type Severity,
} from '@/lib/corpora/model'

/** What is wrong in a record, before it is known where the record stands. */
export type Fault = { severity: Severity; code: IssueCode; message: string; params?: IssueParams }

const MAX_FAULTS = 5
const NONE: readonly never[] = []

/** The first faults of a record as the report shows them, those that refuse it before the others; the last says how many are left. */
export function reportFaults(
  faults: readonly Fault[],
  { line, written }: { line: number; written: string },
): readonly LineIssue[] {
  if (faults.length === 0) return NONE
  const excerpt = excerptOf(written)
  const ordered = faults.length > MAX_FAULTS ? faults.toSorted(compareSeverity) : faults
  const left = faults.length - MAX_FAULTS
  const more = left > 0 ? ` (${left} more in this record)` : ''
  return ordered.slice(0, MAX_FAULTS).map(({ severity, code, message, params }, i) => {
    const issue = { line, severity, code, message, excerpt, ...(params && { params }) }
    if (i < MAX_FAULTS - 1 || left <= 0) return issue
    return { ...issue, message: `${message}${more}`, params: { ...params, left } }
  })
}

function compareSeverity(a: Fault, b: Fault): number {
  return Number(a.severity === 'warning') - Number(b.severity === 'warning')
}

export function error(code: IssueCode, message: string, params?: IssueParams): Fault {
  return { severity: 'error', code, message, ...(params && { params }) }
}

export function warning(code: IssueCode, message: string, params?: IssueParams): Fault {
  return { severity: 'warning', code, message, ...(params && { params }) }
}

/** A record that becomes no instance, and why. */
export function refuse(place: { line: number; written: string }, ...faults: readonly Fault[]): Reading {
  return { instances: NONE, issues: reportFaults(faults, place) }
}

/** What a schema found wrong, each with its place in the record. */
export function shapeFaults({ issues }: z.ZodError, code: IssueCode): Fault[] {
  return issues.map(({ path, message }) =>
    error(code, `${placeName(path)}: ${message}.`, { at: placeName(path), detail: message }),
  )
}

function placeName(path: readonly PropertyKey[]): string {
  return (
    path
      .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${String(key)}`))
      .join('') || 'The record'
  )
}
