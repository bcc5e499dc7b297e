'use client'

import { useQuery } from '@tanstack/react-query'
import { releaseQuery } from '@/components/library/library.query'
import type { ReleaseWithItems } from '@/lib/library/releases/schema'

/** What the versions of a release are: by id, for the records that name them. */
export function useReleaseBook(
  project: string,
  release: number,
): ReadonlyMap<string, ReleaseWithItems['items'][number]> {
  const { data } = useQuery(releaseQuery(project, release))
  return new Map(data?.items.map((item) => [item.versionId, item]))
}

/** Where an artifact is read, whatever state it is in. */
export function artifactAddress(project: string, artifact: string): string {
  return `/p/${project}/library?state=all&artifact=${artifact}`
}
