'use client'

import { CircleUser, Languages, LogOut, Moon, Sun } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { locales, themes } from '@/components/i18n/locale'
import { useSignOut } from '@/components/people/account.query'
import { useChooseLocale, useTheme } from '@/components/shell/preferences'
import type { Viewer } from '@/components/shell/viewer'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuChoice, MenuItem, MenuLine, MenuLink } from '@/components/ui/menu'

export function AccountMenu({ viewer, side = 'top' }: { viewer: Viewer; side?: 'top' | 'bottom' }) {
  const t = useTranslations('shell')
  const signOut = useSignOut()
  const [theme, chooseTheme] = useTheme()
  const chooseLocale = useChooseLocale()
  const locale = useLocale()
  return (
    <Menu
      side={side}
      align={side === 'top' ? 'start' : 'end'}
      trigger={
        <button
          type="button"
          className="flex h-8 min-w-0 flex-1 items-center gap-2 rounded-md px-2 text-left transition-colors hover:bg-hover"
        >
          <span
            aria-hidden
            className="flex size-5 shrink-0 items-center justify-center rounded-full bg-accent-soft text-2xs text-accent-text"
          >
            {Array.from(viewer.name)[0]?.toUpperCase()}
          </span>
          <span className="truncate">{viewer.name}</span>
        </button>
      }
    >
      <MenuLink icon={CircleUser} href="/account">
        {t('account')}
      </MenuLink>
      <MenuLine />
      <MenuChoice
        label={t('theme')}
        value={theme}
        options={themes.map((value) => ({ value, label: t(`themes.${value}`) }))}
        onChange={chooseTheme}
      />
      <MenuChoice
        label={t('language')}
        value={locale}
        options={locales.map((value) => ({ value, label: t(`languages.${value}`) }))}
        onChange={chooseLocale}
      />
      <MenuLine />
      <MenuItem icon={LogOut} onSelect={() => signOut.mutate()}>
        {t('signOut')}
      </MenuItem>
    </Menu>
  )
}

const DARK = '(prefers-color-scheme: dark)'

function useSystemIsDark(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(DARK)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => window.matchMedia(DARK).matches,
    () => false,
  )
}

/** One click between light and dark; "as the system" is in the menu. */
export function ThemeButton() {
  const t = useTranslations('shell')
  const [theme, choose] = useTheme()
  const systemIsDark = useSystemIsDark()
  const other = theme === 'dark' || (theme === 'system' && systemIsDark) ? 'light' : 'dark'
  return (
    <IconButton
      size="sm"
      icon={other === 'dark' ? Moon : Sun}
      label={`${t('theme')}: ${t(`themes.${other}`)}`}
      onClick={() => choose(other)}
    />
  )
}

export function LanguageButton() {
  const t = useTranslations('shell')
  const locale = useLocale()
  const choose = useChooseLocale()
  const other = locale === 'zh' ? 'en' : 'zh'
  return (
    <IconButton
      size="sm"
      icon={Languages}
      label={`${t('language')}: ${t(`languages.${other}`)}`}
      onClick={() => choose(other)}
    />
  )
}
