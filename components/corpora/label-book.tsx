'use client'

import { queryOptions, useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useMemo } from 'react'
import { huesOf, type LabelLook, LabelScope, type LabelWords } from '@/components/ui/label-hue'
import { type LabelBook, readLabelBookEndpoint } from '@/lib/corpora/label-names/schema'
import type { CorpusView } from '@/lib/corpora/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'

export function labelBookQuery(project: string) {
  return queryOptions({
    queryKey: ['label-book', project],
    queryFn: ({ signal }) => callEndpoint(readLabelBookEndpoint, { params: { project } }, { signal }),
  })
}

const Looks = createContext<ReadonlyMap<string, LabelLook>>(new Map())

/** How labels look in every corpus of a project, for all pages inside. */
export function LabelBookProvider({ project, children }: { project: string; children: ReactNode }) {
  const { data } = useQuery(labelBookQuery(project))
  const looks = useMemo(() => looksOf(data), [data])
  return <Looks value={looks}>{children}</Looks>
}

function looksOf(book: LabelBook | undefined): ReadonlyMap<string, LabelLook> {
  return new Map(
    (book?.corpora ?? []).map(({ id, commonest, names }) => [id, { hues: huesOf(commonest), words: names }]),
  )
}

/** Inside it labels look as in these corpora. A label that two of them name differently is read as itself. */
export function CorpusLabels({ of, children }: { of: readonly (string | null)[]; children: ReactNode }) {
  const looks = use(Looks)
  const own = of.flatMap((corpus) => (corpus === null ? [] : (looks.get(corpus) ?? [])))
  return <LabelScope look={own.length > 1 ? mergeLooks(own) : own[0]}>{children}</LabelScope>
}

function mergeLooks(looks: readonly LabelLook[]): LabelLook {
  const hues = new Map(looks.toReversed().flatMap((look) => [...look.hues]))
  const words: Record<string, LabelWords[string]> = {}
  const isSame = (one: LabelWords[string], other: LabelWords[string]) =>
    one.en === other.en && one.zh === other.zh
  for (const look of looks)
    for (const [label, name] of Object.entries(look.words)) {
      const known = Object.hasOwn(words, label) ? words[label] : undefined
      words[label] = known && !isSame(known, name) ? {} : name
    }
  return { hues, words }
}

/** Inside it labels look as this corpus has them now, whatever the book of its project still says. */
export function LabelsOf({
  corpus: { labels, labelNames },
  children,
}: {
  corpus: Pick<CorpusView, 'labels'> & Partial<Pick<CorpusView, 'labelNames'>>
  children: ReactNode
}) {
  const look = useMemo(
    () => ({ hues: huesOf(labels.map(({ label }) => label)), words: labelNames ?? {} }),
    [labels, labelNames],
  )
  return <LabelScope look={look}>{children}</LabelScope>
}
