import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { isLocale, isTimeZone, LOCALE_COOKIE, localeFrom, TIME_ZONE_COOKIE } from '@/components/i18n/locale'

/** Language and time zone come from cookies, not from the address: a link works for everyone. */
export default getRequestConfig(async () => {
  const jar = await cookies()
  const chosen = jar.get(LOCALE_COOKIE)?.value
  const locale = isLocale(chosen) ? chosen : localeFrom((await headers()).get('accept-language'))
  const zone = jar.get(TIME_ZONE_COOKIE)?.value
  const messages =
    locale === 'zh'
      ? (await import('@/components/i18n/chinese')).chinese
      : (await import('@/components/i18n/english')).english
  return { locale, messages, timeZone: isTimeZone(zone) ? zone : 'UTC', now: new Date() }
})
