import { InvalidArgumentError } from 'commander'
import { surveyedProblems } from '@/lib/corpora/fixes/model'
import { type LicenceDemand, licenceDemandSchema, licenceDemands } from '@/lib/corpora/licences/model'
import { type ProblemKind, problemKinds } from '@/lib/corpora/survey/model'
import { type CarrierName, carriers } from '@/lib/formats/model'

export function list(words: string): string[] {
  return words
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
}

export function carriersOf(words: string): CarrierName[] {
  const named = list(words)
  const known = carriers.filter((carrier) => named.includes(carrier))
  if (known.length === new Set(named).size && known.length > 0) return known
  throw new InvalidArgumentError(`It takes some of ${carriers.join(', ')}.`)
}

export function demandsIn(words: string): LicenceDemand[] {
  const read = licenceDemandSchema.array().safeParse(words === 'none' ? [] : list(words))
  if (read.success) return read.data
  throw new InvalidArgumentError(`It takes some of ${licenceDemands.join(', ')}, or none.`)
}

export function columnsOf(words: string): Record<string, string> {
  const pairs = words.split(',').map((pair) => pair.split(/=(.*)/s))
  if (pairs.some(([role, name]) => !role?.trim() || !name?.trim()))
    throw new InvalidArgumentError('It takes roles with their columns, such as text=body,label=topic.')
  return Object.fromEntries(pairs.map(([role, name]) => [role!.trim(), name!.trim()]))
}

/** A name of a corpus in the files with the id of the one that is meant; several of them one after another. */
export function corporaOf(words: string, before: Record<string, string> = {}): Record<string, string> {
  const [, name, id] = /^(.+)=([0-9a-f-]{36})$/s.exec(words) ?? []
  if (!name || !id)
    throw new InvalidArgumentError('It takes a name with the id of a corpus, such as News=018f….')
  return { ...before, [name]: id }
}

export function optionsOf(written: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(written)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch {} // said below, as for any other value
  throw new InvalidArgumentError('It takes a JSON object.')
}

export function whole(word: string): number {
  if (/^\d{1,10}$/.test(word)) return Number(word)
  throw new InvalidArgumentError('It takes a whole number.')
}

export function share(word: string): number {
  const value = Number(word)
  if (word.trim() !== '' && value >= 0 && value <= 1) return value
  throw new InvalidArgumentError('It takes a number from 0 to 1.')
}

type Rename = { from: string[]; to: string }

/** The name is what stands behind the last `=`: labels may have one, names hardly. */
export function renamesOf(words: string, before: Rename[] = []): Rename[] {
  const at = words.lastIndexOf('=')
  const [from, to] = [list(words.slice(0, Math.max(at, 0))), words.slice(at + 1).trim()]
  if (from.length === 0 || to === '')
    throw new InvalidArgumentError('It takes labels and their name, such as person,PERSON=person.')
  return [...before, { from, to }]
}

/** Where instances repeat one another the first stays, unless it is said otherwise. */
const REPEATS: readonly ProblemKind[] = ['exact-duplicate', 'conflicting-duplicate']

type Drop = { problem: ProblemKind; keep: 'first' | 'none' }

export function dropsOf(words: string, before: Drop[] = []): Drop[] {
  const [name = '', keep] = words.split(':')
  const problem = plannedProblem(name)
  if (keep !== undefined && keep !== 'first' && keep !== 'none')
    throw new InvalidArgumentError('Behind the colon stands first or none.')
  return [...before, { problem, keep: keep ?? (REPEATS.includes(problem) ? 'first' : 'none') }]
}

export function keepsOf(word: string, before: ProblemKind[] = []): ProblemKind[] {
  return [...before, plannedProblem(word)]
}

function plannedProblem(word: string): ProblemKind {
  const planned = problemKinds.filter((kind) => !surveyedProblems.includes(kind))
  const problem = planned.find((kind) => kind === word)
  if (problem) return problem
  throw new InvalidArgumentError(`It takes one of ${planned.join(', ')}.`)
}
