import type { z } from 'zod'
import { excerptOf, type IssueCode, type LineIssue, type Reading, type Severity } from '@/lib/corpora/model'

/** What is wrong in a record, before it is known where the record stands. */
export type Fault = { severity: Severity; code: IssueCode; message: string }

const MAX_FAULTS = 5
const NONE: readonly never[] = []

/** The first faults of a record as the report shows them. */
export function reportFaults(
  faults: readonly Fault[],
  { line, written }: { line: number; written: string },
): readonly LineIssue[] {
  if (faults.length === 0) return NONE
  const excerpt = excerptOf(written)
  return faults.slice(0, MAX_FAULTS).map((fault) => ({ line, ...fault, excerpt }))
}

export function error(code: IssueCode, message: string): Fault {
  return { severity: 'error', code, message }
}

export function warning(code: IssueCode, message: string): Fault {
  return { severity: 'warning', code, message }
}

/** A record that becomes no instance, and why. */
export function refuse(place: { line: number; written: string }, ...faults: readonly Fault[]): Reading {
  return { instances: NONE, issues: reportFaults(faults, place) }
}

/** What a schema found wrong, each with its place in the record. */
export function shapeFaults({ issues }: z.ZodError, code: IssueCode): Fault[] {
  return issues.map(({ path, message }) => error(code, `${placeName(path)}: ${message}.`))
}

function placeName(path: readonly PropertyKey[]): string {
  return (
    path
      .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${String(key)}`))
      .join('') || 'The record'
  )
}
