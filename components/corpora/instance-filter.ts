import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { problemKinds } from '@/lib/corpora/survey/model'

/** What is asked of the instances, as it stands in the address; everything given must apply. */
const filterParsers = {
  q: parseAsString,
  label: parseAsString,
  otherLabel: parseAsString,
  problem: parseAsStringLiteral(problemKinds),
  length: parseAsInteger,
  items: parseAsInteger,
  language: parseAsString,
  ordinal: parseAsInteger,
}

export type InstanceFilter = {
  q: string | null
  label: string | null
  otherLabel: string | null
  problem: (typeof problemKinds)[number] | null
  length: number | null
  items: number | null
  language: string | null
  ordinal: number | null
}

export const noFilter: InstanceFilter = {
  q: null,
  label: null,
  otherLabel: null,
  problem: null,
  length: null,
  items: null,
  language: null,
  ordinal: null,
}

export function useInstanceFilter() {
  return useQueryStates(filterParsers)
}

/** Makes addresses of the instances to which something applies: what stands behind a number. */
export function instancesAddress(
  project: string,
  corpus: string,
): (filter: Partial<InstanceFilter>) => string {
  return (filter) => {
    const given = Object.entries(filter).filter(([, value]) => value !== null && value !== undefined)
    const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
    return `/p/${project}/corpora/${corpus}?${new URLSearchParams({ tab: 'instances' })}${query.size > 0 ? `&${query}` : ''}`
  }
}

/** The address of one instance. */
export function instanceAddress(project: string, of: { corpusId: string; ordinal: number }): string {
  return instancesAddress(project, of.corpusId)({ ordinal: of.ordinal })
}
