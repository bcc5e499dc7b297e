'use client'

import { CircleUser, Folder, LogOut, Menu as MenuIcon } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { NotificationBell } from '@/components/notifications/notification-bell'
import { useSignOut } from '@/components/people/account.query'
import { useProject } from '@/components/projects/current-project'
import { LanguageButton, ThemeButton } from '@/components/shell/account-menu'
import { isAt, mainStations, stationHref } from '@/components/shell/stations'
import { useStations } from '@/components/shell/use-stations'
import type { Viewer } from '@/components/shell/viewer'
import { cn } from '@/components/ui/cn'
import { Sheet } from '@/components/ui/sheet'

const targetClasses = 'flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-2xs text-muted'
const rowClasses = 'flex h-11 w-full items-center gap-3 rounded-md px-2 text-left hover:bg-hover'

/** The navigation of a telephone: the main stations under the thumb, the rest one tap away. */
export function BottomBar({ viewer }: { viewer: Viewer }) {
  const stations = useStations()
  const t = useTranslations('shell.nav')
  const { slug } = useProject()
  const pathname = usePathname()
  return (
    <nav
      aria-label={t('label')}
      className="hairline-t flex h-14 shrink-0 bg-sunken pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {stations
        .filter(({ key }) => mainStations.includes(key))
        .map(({ key, path, icon: Icon }) => {
          const href = stationHref(slug, path)
          const here = isAt(pathname, href, path === '')
          return (
            <Link
              key={key}
              href={href as never}
              aria-current={here ? 'page' : undefined}
              className={cn(targetClasses, here && 'font-medium text-accent-text')}
            >
              <Icon className="size-5" strokeWidth={1.75} aria-hidden />
              <span className="max-w-full truncate">{t(key)}</span>
            </Link>
          )
        })}
      <More viewer={viewer} />
    </nav>
  )
}

function More({ viewer }: { viewer: Viewer }) {
  const stations = useStations()
  const t = useTranslations('shell')
  const { slug, name } = useProject()
  const signOut = useSignOut()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <Sheet
      side="bottom"
      open={open}
      onOpenChange={setOpen}
      title={name}
      trigger={
        <button type="button" className={targetClasses}>
          <MenuIcon className="size-5" strokeWidth={1.75} aria-hidden />
          {t('nav.more')}
        </button>
      }
    >
      {stations
        .filter(({ key }) => !mainStations.includes(key))
        .map(({ key, path, icon: Icon }) => (
          <Link key={key} href={stationHref(slug, path) as never} className={rowClasses} onClick={close}>
            <Icon className="size-4 text-muted" aria-hidden />
            {t(`nav.${key}`)}
          </Link>
        ))}
      <hr className="my-2 border-line" />
      <Link href="/projects" className={rowClasses} onClick={close}>
        <Folder className="size-4 text-muted" aria-hidden />
        {t('allProjects')}
      </Link>
      <Link href="/account" className={rowClasses} onClick={close}>
        <CircleUser className="size-4 text-muted" aria-hidden />
        <span className="min-w-0 flex-1 truncate">{viewer.name}</span>
      </Link>
      <button type="button" className={rowClasses} onClick={() => signOut.mutate()}>
        <LogOut className="size-4 text-muted" aria-hidden />
        {t('signOut')}
      </button>
      <div className="flex gap-2 pt-2">
        <ThemeButton />
        <LanguageButton />
        <NotificationBell />
      </div>
    </Sheet>
  )
}
