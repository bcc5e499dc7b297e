'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AccountMenu, LanguageButton, ThemeButton } from '@/components/shell/account-menu'
import { Mark } from '@/components/shell/project-switcher'
import type { Viewer } from '@/components/shell/viewer'

/** The frame of pages outside a project. */
export function PlainFrame({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const t = useTranslations('shell')
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="hairline-b flex h-12 items-center gap-2 bg-sunken px-4">
        <Link href="/projects" className="flex items-center gap-2 rounded-sm font-semibold">
          <Mark />
          {t('product')}
        </Link>
        <div className="ml-auto flex items-center gap-0.5">
          <ThemeButton />
          <LanguageButton />
          <AccountMenu viewer={viewer} side="bottom" />
        </div>
      </header>
      <main className="mx-auto flex w-full max-w-3xl flex-1 flex-col px-4 py-8">{children}</main>
    </div>
  )
}

/** The frame of pages before one is signed in: one thing to do, in the middle. */
export function DoorFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="flex min-h-dvh flex-col items-center bg-sunken px-4 pt-[14vh] pb-12">
      <div className="w-full max-w-sm">
        <Mark className="mb-5 size-8" />
        <h1 className="pb-1 font-semibold text-xl">{title}</h1>
        {children}
      </div>
      <div className="mt-auto flex gap-1 pt-10">
        <ThemeButton />
        <LanguageButton />
      </div>
    </main>
  )
}
