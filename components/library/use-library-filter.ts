'use client'

import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { libraryKinds } from '@/lib/artifacts/model'
import type { KeptFilter } from '@/lib/library/filters/schema'
import { librarySorts, libraryStates } from '@/lib/library/schema'

const YES_OR_NO = ['yes', 'no'] as const

const parsers = {
  q: parseAsString,
  state: parseAsStringLiteral(libraryStates).withDefault('approved'),
  corpus: parseAsString,
  kind: parseAsStringLiteral(libraryKinds),
  label: parseAsString,
  decidedBy: parseAsString,
  used: parseAsStringLiteral(YES_OR_NO),
  stale: parseAsStringLiteral(YES_OR_NO),
  sort: parseAsStringLiteral(librarySorts).withDefault('title'),
  order: parseAsStringLiteral(['asc', 'desc']).withDefault('asc'),
}

/** What of the library is looked at, and in which order: kept in the address. */
export function useLibraryFilter() {
  const [inAddress, setFilter] = useQueryStates(parsers)
  const { sort, order, state, ...narrowed } = inAddress
  const chosen = Object.fromEntries(
    Object.entries(narrowed).filter(([, value]) => value !== null && value !== ''),
  ) as Omit<KeptFilter, 'state' | 'sort' | 'order'>
  return {
    filter: { state, ...chosen },
    sorted: { by: sort, order },
    isNarrowed: state !== 'approved' || Object.keys(chosen).length > 0,
    setFilter,
    clear: () => setFilter(null),
    /** A filter that was kept, and nothing else. */
    apply: (kept: KeptFilter) => setFilter({ ...NOTHING, ...kept }),
  }
}

const NOTHING = Object.fromEntries(Object.keys(parsers).map((name) => [name, null]))

export type LibraryView = ReturnType<typeof useLibraryFilter>
