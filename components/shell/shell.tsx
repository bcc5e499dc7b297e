import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { BottomBar } from '@/components/shell/bottom-bar'
import { OfflineBanner } from '@/components/shell/offline-banner'
import { ShellKeys } from '@/components/shell/shell-keys'
import { SideNavigation } from '@/components/shell/side-navigation'
import { StandInBanner } from '@/components/shell/stand-in-banner'
import type { Viewer } from '@/components/shell/viewer'

/** The frame of a project: navigation beside the page, below it on a telephone. The page scrolls, the frame does not. */
export async function Shell({
  viewer,
  hasStandIn,
  children,
}: {
  viewer: Viewer
  hasStandIn: boolean
  children: ReactNode
}) {
  const t = await getTranslations('shell')
  return (
    <div className="flex h-dvh flex-col" data-stand-in={hasStandIn || undefined}>
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('skip')}
      </a>
      <OfflineBanner />
      {hasStandIn && <StandInBanner />}
      <div className="flex min-h-0 flex-1">
        <SideNavigation viewer={viewer} />
        <main
          id="content"
          tabIndex={-1}
          className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto outline-none"
        >
          {children}
        </main>
      </div>
      <BottomBar viewer={viewer} />
      <ShellKeys />
    </div>
  )
}
