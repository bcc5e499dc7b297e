'use client'

import { parseAsIsoDate, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { artifactKinds } from '@/lib/artifacts/model'
import { dayOf } from '@/lib/evaluation/model'

/** Of what agreement is shown, kept in the address. */
export function useAgreementFilter() {
  const [asked, ask] = useQueryStates({
    from: parseAsIsoDate,
    to: parseAsIsoDate,
    kind: parseAsStringLiteral(artifactKinds),
    label: parseAsString,
    a: parseAsString,
    b: parseAsString,
  })
  const filter = {
    from: asked.from ? dayOf(asked.from) : undefined,
    to: asked.to ? dayOf(asked.to) : undefined,
    kind: asked.kind ?? undefined,
    label: asked.label ?? undefined,
    a: asked.a ?? undefined,
    b: asked.b ?? undefined,
  }
  return { asked, ask, filter }
}
