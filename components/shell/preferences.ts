'use client'

import { useRouter } from 'next/navigation'
import { useSyncExternalStore } from 'react'
import {
  isTheme,
  keepPreference,
  LOCALE_COOKIE,
  type Locale,
  THEME_COOKIE,
  type Theme,
} from '@/components/i18n/locale'

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset
  return isTheme(theme) ? theme : 'system'
}

/** The theme is an attribute of <html>, which the server set from the cookie. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, currentTheme, () => 'system' as const)
  const choose = (next: Theme) => {
    document.documentElement.dataset.theme = next
    keepPreference(THEME_COOKIE, next)
    for (const listener of listeners) listener()
  }
  return [theme, choose]
}

/** The page is drawn again in the other language; what was typed stays. */
export function useChooseLocale(): (locale: Locale) => void {
  const router = useRouter()
  return (locale) => {
    keepPreference(LOCALE_COOKIE, locale)
    router.refresh()
  }
}
