'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TextLink } from '@/components/ui/text-link'
import type { Stale } from '@/lib/lineage/schema'

type Place = { key: string; href: string; name: string; count: string; versions: string[] }

type Props = {
  project: string
  stale: Pick<Stale, 'releases' | 'runs' | 'exports'>
  /** What is said of the versions that each place holds. */
  note?: (versions: readonly string[]) => ReactNode
}

/** Releases, runs and exports that are built on something, each with how much of it. */
export function BuiltOn({ project, stale, note }: Props) {
  const t = useTranslations('lineage')
  const format = useFormatter()
  const formats = useTranslations('exports.formats')
  const [library, compose] = [`/p/${project}/library/releases`, `/p/${project}/compose`]
  const share = (count: number, of: number) =>
    t('share', { count, of, percent: format.number(of ? count / of : 0, { style: 'percent' }) })
  const groups: [string, Place[]][] = [
    [
      t('releases'),
      stale.releases.map(({ number, name, items, versions, of }) => ({
        key: String(number),
        href: `${library}/${number}`,
        name: name === '' ? t('release', { number }) : `${t('release', { number })} · ${name}`,
        count: t('items', { count: items, of }),
        versions,
      })),
    ],
    [
      t('runs'),
      stale.runs.map(({ number, records, of, versions }) => ({
        key: String(number),
        href: `${compose}/${number}`,
        name: t('run', { number }),
        count: share(records, of),
        versions,
      })),
    ],
    [
      t('exports'),
      stale.exports.map(({ id, format: name, runNumber, records, of, versions }) => ({
        key: id,
        href: `/p/${project}/exports/${id}`,
        name: `${formats(name as 'alpaca')} · ${t('run', { number: runNumber })}`,
        count: share(records, of),
        versions,
      })),
    ],
  ]
  return (
    <div className="flex flex-col gap-4">
      {groups.map(
        ([title, places]) =>
          places.length > 0 && (
            <section key={title} className="flex flex-col">
              <h3 className="pb-1 font-medium text-muted text-xs">{title}</h3>
              <ul>
                {places.map((place) => (
                  <li key={place.key} className="hairline-t flex flex-col gap-0.5 py-1.5">
                    <span className="flex flex-wrap justify-between gap-x-4">
                      <TextLink quiet className="font-medium" href={place.href}>
                        {place.name}
                      </TextLink>
                      <span className="text-muted tabular-nums">{place.count}</span>
                    </span>
                    {note?.(place.versions)}
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </div>
  )
}
