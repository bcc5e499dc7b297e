'use client'

import { useQuery } from '@tanstack/react-query'
import { Hourglass } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { staleQuery } from '@/components/lineage/lineage.query'
import { useStaleWords } from '@/components/lineage/use-stale-words'
import { Badge } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/text-link'
import type { Stale } from '@/lib/lineage/schema'

/** What a mark is about. */
export type StalePlace = { release: number } | { run: number } | { export: string }

type Props = { project: string; of: StalePlace }

/** “Stale: 3 of 12”, where something that this was built on does not stand any more; nothing else. A link to what and why. */
export function StaleMark({ project, of }: Props) {
  const t = useTranslations('lineage')
  const { data } = useQuery(staleQuery(project))
  const { whyOf } = useStaleWords()
  const found = data && findPlace(data, of)
  if (!found) return null
  return (
    <TextLink
      quiet
      href={`/p/${project}/library/stale`}
      title={data.items
        .filter(({ versionId }) => found.versions.includes(versionId))
        .map(whyOf)
        .join('\n')}
    >
      <Badge tone="waiting">
        <Hourglass aria-hidden />
        {t('mark', { count: found.count, of: found.of })}
      </Badge>
    </TextLink>
  )
}

/** The same in sentences, for the page of what is stale. */
export function StaleNote({ project, of }: Props) {
  const t = useTranslations('lineage')
  const { data } = useQuery(staleQuery(project))
  const { whyOf } = useStaleWords()
  const found = data && findPlace(data, of)
  if (!found) return null
  const items = data.items.filter(({ versionId }) => found.versions.includes(versionId))
  const isRelease = 'release' in of
  return (
    <details className="w-fit rounded-md bg-waiting-soft px-3 py-1.5">
      <summary className="flex cursor-default list-none items-center gap-1.5">
        <Hourglass aria-hidden className="size-3.5 shrink-0 text-waiting" />
        {t(isRelease ? 'noteItems' : 'noteRecords', { count: found.count, of: found.of })}
        <span className="text-muted text-xs">{t('why')}</span>
      </summary>
      <ul className="flex flex-col gap-0.5 py-1 pl-5">
        {items.map((item) => (
          <li key={item.versionId}>
            <TextLink quiet href={`/p/${project}/library?state=all&artifact=${item.artifactId}`}>
              {whyOf(item)}
            </TextLink>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** `count`: items of a release, else records. */
function findPlace(stale: Stale, of: StalePlace) {
  if ('release' in of) {
    const found = stale.releases.find(({ number }) => number === of.release)
    return found && { ...found, count: found.items }
  }
  const found =
    'run' in of
      ? stale.runs.find(({ number }) => number === of.run)
      : stale.exports.find(({ id }) => id === of.export)
  return found && { ...found, count: found.records }
}
