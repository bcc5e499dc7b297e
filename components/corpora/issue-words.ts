'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type IssueParams, issueCodes, issueParams } from '@/lib/corpora/model'
import type { ImportIssueView } from '@/lib/corpora/schema'

/**
 * What is wrong with a line, in the language of the screen. The server says it in English, with every particular in the sentence;
 * elsewhere the sentence of the code stands for it, and the particulars beside it.
 */
export function useIssueWords() {
  const t = useTranslations('issues')
  const locale = useLocale()
  const nameOf = (code: string) => {
    const known = issueCodes.find((one) => one === code)
    return known ? t(`codes.${known}`) : null
  }
  const particularsOf = (params: IssueParams) =>
    issueParams.flatMap((name) => {
      const value = params[name]
      return value === undefined || value === '' ? [] : [t(`params.${name}`, { value: String(value) })]
    })
  return {
    nameOf,
    say({ code, message, params }: Pick<ImportIssueView, 'code' | 'message' | 'params'>) {
      const name = locale === 'en' ? null : nameOf(code)
      if (name === null) return { sentence: message, particulars: [] }
      return { sentence: name, particulars: particularsOf(params) }
    },
  }
}
