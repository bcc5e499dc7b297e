export const locales = ['en', 'zh'] as const
export type Locale = (typeof locales)[number]

/** The screens' preferences are cookies, so that the server draws the right page at once. */
export const LOCALE_COOKIE = 'gloss-locale'
export const THEME_COOKIE = 'gloss-theme'
export const TIME_ZONE_COOKIE = 'gloss-time-zone'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export function isLocale(value: string | undefined): value is Locale {
  return locales.includes(value as Locale)
}

export function isTheme(value: string | undefined): value is Theme {
  return themes.includes(value as Theme)
}

/** The language that a browser's Accept-Language asks for first among ours; English when it asks for none. */
export function localeFrom(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters.find((one) => one.trim().startsWith('q='))
      return {
        language: tag.toLowerCase().split('-')[0],
        quality: quality ? Number(quality.trim().slice(2)) : 1,
      }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return wanted.map(({ language }) => language).find(isLocale) ?? 'en'
}

export function isTimeZone(value: string | undefined): value is string {
  if (!value) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return true
  } catch {
    return false
  }
}

const YEAR = 31_536_000

/** Keeps a preference in this browser for a year. */
export function keepPreference(cookie: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${cookie}=${encodeURIComponent(value)}; path=/; max-age=${YEAR}; samesite=lax`
}
