'use client'

import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import type { MentionRef } from '@/lib/artifacts/kinds/guideline/evidence'
import type { ArtifactKind, EvidenceOf } from '@/lib/artifacts/model'
import { type EvidenceView, readEvidenceEndpoint, type VersionView } from '@/lib/artifacts/schema'
import { type InstanceView, readInstancesEndpoint } from '@/lib/corpora/instances/schema'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import type { DeskItem } from '@/lib/reviews/schema'

/** How many sentences the evidence shows at first, and how many more each time. */
export const SENTENCES = 12

const HALF_HOUR = 30 * 60_000
const unchanging = { staleTime: Number.POSITIVE_INFINITY, gcTime: HALF_HOUR } as const

/** Is there anything that a drafter saw? A rule that no transform says was measured on nothing. */
export function hasEvidence({ kind, content }: { kind: ArtifactKind; content: unknown }): boolean {
  return kind !== 'rule' || (content as { transform: unknown }).transform !== null
}

/** What a drafter saw never changes: read once. */
export function evidenceQuery(
  project: string,
  version: { id: string; kind: ArtifactKind; content: unknown },
) {
  return queryOptions({
    queryKey: ['evidence', project, version.id] as const,
    queryFn: ({ signal }) =>
      callEndpoint(
        readEvidenceEndpoint,
        { params: { project, version: version.id }, query: { refs: 'first' } },
        { signal },
      ),
    enabled: hasEvidence(version),
    ...unchanging,
  })
}

/** The same with all the mentions behind each figure. */
export function wholeEvidenceQuery(project: string, version: string) {
  return queryOptions({
    queryKey: ['evidence', project, version, 'all'] as const,
    queryFn: ({ signal }) =>
      callEndpoint(
        readEvidenceEndpoint,
        { params: { project, version }, query: { refs: 'all' } },
        { signal },
      ),
    ...unchanging,
  })
}

type Sentences = ReadonlyMap<number, InstanceView>
const NO_SENTENCES: Sentences = new Map()
/** Sentences that were read, by corpus: claims of one draft share most of theirs. */
const known = new Map<string, Map<number, InstanceView>>()

function sentencesQuery(project: string, corpus: string, ordinals: readonly number[]) {
  return queryOptions({
    queryKey: ['sentences', project, corpus, ordinals.join(',')] as const,
    queryFn: ({ signal }) => readSentences(project, corpus, ordinals, signal),
    initialData: () => knownSentences(project, corpus, ordinals),
    enabled: ordinals.length > 0,
    ...unchanging,
  })
}

function storeOf(project: string, corpus: string): Map<number, InstanceView> {
  const key = `${project}/${corpus}`
  const store = known.get(key) ?? new Map<number, InstanceView>()
  known.set(key, store)
  return store
}

function knownSentences(project: string, corpus: string, ordinals: readonly number[]): Sentences | undefined {
  const store = storeOf(project, corpus)
  return ordinals.every((ordinal) => store.has(ordinal)) ? store : undefined
}

async function readSentences(
  project: string,
  corpus: string,
  ordinals: readonly number[],
  signal: AbortSignal,
): Promise<Sentences> {
  const store = storeOf(project, corpus)
  const missing = ordinals.filter((ordinal) => !store.has(ordinal))
  if (missing.length > 0) {
    const query = { ordinals: missing.join(',') }
    const { items } = await callEndpoint(
      readInstancesEndpoint,
      { params: { project, corpus }, query },
      { signal },
    )
    for (const item of items) store.set(item.ordinal, item)
  }
  return new Map(store)
}

export function useSentences(project: string, corpus: string, ordinals: readonly number[]) {
  const { data, error, refetch } = useQuery(sentencesQuery(project, corpus, distinct(ordinals)))
  return { sentences: data ?? NO_SENTENCES, error, refetch }
}

/** What the drafter of a version saw, as its kind has it. */
export function useEvidence<Kind extends ArtifactKind>(
  project: string,
  version: { id: string; kind: Kind; content: unknown },
) {
  const ofKind = (view: EvidenceView) =>
    view.kind === version.kind ? (view.evidence as EvidenceOf<Kind>) : undefined
  return useQuery({ ...evidenceQuery(project, version), select: ofKind })
}

/** The mentions that a draft opens with: a guideline's own examples, and the first of its sample. */
export function openingOrdinals(version: VersionView, view: EvidenceView | undefined): number[] {
  if (version.kind !== 'guideline') return []
  const { content } = version
  const evidence = view?.kind === 'guideline' ? view.evidence : undefined
  return distinct([...exampleOrdinals(content), ...ordinalsOf(evidence?.sample.slice(0, SENTENCES) ?? [])])
}

export function exampleOrdinals(content: GuidelineContent): number[] {
  return distinct(ordinalsOf([...content.positives, ...content.negatives]))
}

export function ordinalsOf(refs: readonly Pick<MentionRef, 'ordinal'>[]): number[] {
  return refs.map(({ ordinal }) => ordinal)
}

function distinct(ordinals: readonly number[]): number[] {
  return [...new Set(ordinals)]
}

/** Reads ahead what a draft will show, so that it paints without waiting. */
export async function prefetchDraft(client: QueryClient, project: string, item: DeskItem): Promise<void> {
  const corpus = item.corpus?.id
  if (corpus === undefined) return
  const evidence = hasEvidence(item.version)
    ? await client.fetchQuery(evidenceQuery(project, item.version)).catch(() => undefined)
    : undefined
  await client.prefetchQuery(sentencesQuery(project, corpus, openingOrdinals(item.version, evidence)))
}
