'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useProject } from '@/components/projects/current-project'
import { cn } from '@/components/ui/cn'
import { Sparkline } from '@/components/ui/sparkline'
import type { Home } from '@/lib/projects/schema'

type StationName = 'corpora' | 'drafts' | 'decisions' | 'library' | 'releases' | 'exports'
type Station = { name: StationName; path: string; note: string; waits: boolean }

/** Six stations joined by a line: how much is there, what moved in a week, what holds it up. Each is a link. */
export function LoopPicture({ home }: { home: Home }) {
  const t = useTranslations('projects.home')
  const { slug } = useProject()
  return (
    <section aria-label={t('loop')}>
      <ol className="grid max-md:gap-0 md:grid-cols-6">
        {useStations(home).map((station, index) => (
          <li key={station.name} className="relative">
            <Line first={index === 0} last={index === 5} />
            <StationLink station={station} home={home} href={`/p/${slug}${station.path}`} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Runs through the middle of the dots: across on a desk, down on a telephone. */
function Line({ first, last }: { first: boolean; last: boolean }) {
  return (
    <span
      aria-hidden
      className={cn(
        'absolute bg-line',
        'max-md:left-[13px] max-md:w-px md:top-[13px] md:h-px',
        first ? 'max-md:top-6 md:left-3' : 'max-md:top-0 md:left-0',
        last ? 'max-md:h-6 md:right-auto md:w-3' : 'max-md:bottom-0 md:right-0',
      )}
    />
  )
}

function StationLink({ station, home, href }: { station: Station; home: Home; href: string }) {
  const t = useTranslations('projects.home')
  const format = useFormatter()
  const { count, week } = home[station.name]
  return (
    <Link
      href={href as never}
      className="group relative grid rounded-md p-2 transition-colors hover:bg-hover max-md:grid-cols-[1fr_auto_4rem] max-md:items-center max-md:gap-x-3 max-md:pl-8 md:grid-cols-[auto_1fr] md:gap-x-3 md:gap-y-0.5 md:pt-7"
    >
      <span
        aria-hidden
        className={cn(
          'absolute size-2.5 rounded-full border-2 max-md:top-5 max-md:left-[9px] md:top-[9px] md:left-2',
          station.waits
            ? 'border-waiting-fill bg-waiting-fill'
            : count > 0
              ? 'border-accent bg-accent'
              : 'border-line-strong bg-canvas',
        )}
      />
      <span className="text-muted group-hover:text-fg max-md:text-sm md:col-span-2 md:text-xs">
        {t(`stations.${station.name}`)}
      </span>
      <span className="font-medium text-2xl max-md:col-start-3 max-md:row-span-2 max-md:row-start-1 max-md:text-right">
        {format.number(count)}
      </span>
      <Sparkline
        values={week}
        label={t('week', { values: week.join(', ') })}
        className="max-md:col-start-2 max-md:row-span-2 max-md:row-start-1 md:mb-1.5 md:self-end"
      />
      <span
        className={cn(
          'text-xs max-md:col-start-1 md:col-span-2',
          station.waits ? 'text-waiting' : 'text-muted',
        )}
      >
        {station.note}
      </span>
    </Link>
  )
}

function useStations(home: Home): Station[] {
  const t = useTranslations('projects.home.notes')
  const { corpora, drafts, decisions, library, releases, exports } = home
  const decided = decisions.week.reduce((sum, day) => sum + day, 0)
  const release = releases.latest === null ? t('noRelease') : t('latest', { number: String(releases.latest) })
  return [
    {
      name: 'corpora',
      path: '/corpora',
      note: t('instances', { count: corpora.instances }),
      waits: corpora.count === 0,
    },
    {
      name: 'drafts',
      path: '/queue',
      note: t('waiting', { count: drafts.waiting }),
      waits: drafts.waiting > 0,
    },
    {
      name: 'decisions',
      path: '/activity?action=draft.decided',
      note: t('decided', { count: decided }),
      waits: false,
    },
    {
      name: 'library',
      path: '/library',
      note: library.count === 0 ? t('empty') : t('unreleased', { count: library.unreleased }),
      waits: library.unreleased > 0,
    },
    { name: 'releases', path: '/library/releases', note: release, waits: false },
    {
      name: 'exports',
      path: '/exports',
      note: t('instructions', { count: exports.instructions }),
      waits: false,
    },
  ]
}
