import type { english } from '@/components/i18n/english'
import type { Locale } from '@/components/i18n/locale'

/** English is the measure: a key that is not there does not compile. */
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof english
  }
}
