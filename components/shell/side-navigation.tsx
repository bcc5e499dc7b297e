'use client'

import { Search } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { SpendingMark } from '@/components/models/spend-mark'
import { NotificationBell } from '@/components/notifications/notification-bell'
import { useProject } from '@/components/projects/current-project'
import { useHome } from '@/components/projects/projects.query'
import { AccountMenu, LanguageButton, ThemeButton } from '@/components/shell/account-menu'
import { openPalette } from '@/components/shell/palette-state'
import { ProjectSwitcher } from '@/components/shell/project-switcher'
import { isAt, type StationKey, stationHref } from '@/components/shell/stations'
import { useStations } from '@/components/shell/use-stations'
import type { Viewer } from '@/components/shell/viewer'
import { cn } from '@/components/ui/cn'
import { Kbd } from '@/components/ui/kbd'

export function SideNavigation({ viewer }: { viewer: Viewer }) {
  const t = useTranslations('shell')
  return (
    <div className="hidden w-56 shrink-0 flex-col border-line border-r bg-sunken md:flex">
      <div className="flex h-12 items-center gap-1 px-2">
        <ProjectSwitcher />
        <NotificationBell />
      </div>
      <div className="px-2 pb-2">
        <button
          type="button"
          onClick={openPalette}
          className="flex h-7 w-full items-center gap-2 rounded-md border border-line bg-surface px-2 text-muted text-xs transition-colors hover:bg-hover hover:text-fg"
        >
          <Search className="size-3.5" aria-hidden />
          <span className="flex-1 text-left">{t('palette.open')}</span>
          <Kbd keys="Mod+k" />
        </button>
      </div>
      <Stations />
      <SpendingMark />
      <div className="flex items-center gap-0.5 p-2">
        <AccountMenu viewer={viewer} />
        <ThemeButton />
        <LanguageButton />
      </div>
    </div>
  )
}

function Stations() {
  const stations = useStations()
  const t = useTranslations('shell.nav')
  const { slug } = useProject()
  const pathname = usePathname()
  return (
    <nav aria-label={t('label')} className="min-h-0 flex-1 overflow-y-auto px-2">
      <ul className="flex flex-col gap-px">
        {stations.map(({ key, path, icon: Icon }) => {
          const href = stationHref(slug, path)
          const here = isAt(pathname, href, path === '')
          return (
            <li key={key} className={cn(key === 'people' && 'mt-3')}>
              <Link
                href={href as never}
                aria-current={here ? 'page' : undefined}
                className={cn(
                  'flex h-7 items-center gap-2 rounded-md px-2 text-muted outline-offset-[-2px] transition-colors hover:bg-hover hover:text-fg',
                  here && 'bg-pressed font-medium text-fg hover:bg-pressed',
                )}
              >
                <Icon className="size-4 shrink-0" aria-hidden />
                <span className="flex-1 truncate">{t(key)}</span>
                <StationCount station={key} />
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

/** Only what asks for attention or says how much there is; nothing for zero. */
export function StationCount({ station }: { station: StationKey }) {
  const { slug } = useProject()
  const { data } = useHome(slug)
  const format = useFormatter()
  const counts: Partial<Record<StationKey, number>> = {
    corpora: data?.corpora.count,
    queue: data?.drafts.waiting,
    library: data?.library.count,
  }
  const count = counts[station]
  return count ? <span className="font-normal text-muted text-xs">{format.number(count)}</span> : null
}
