'use client'

import { useTranslations } from 'next-intl'
import { strategiesOf } from '@/components/synthesis/mix-parts'

/** What the parts of a mix are called. */
export function useMixWords() {
  const t = useTranslations('synthesis')
  const forms = useTranslations('corpora.taskForms')
  const carriers = useTranslations('reviews.format.carriers')
  return {
    strategiesOf,
    form: (form: string) => forms(form as 'ner'),
    /** `guideline+format` is “guideline + format”. */
    strategies: (key: string) => {
      const own = strategiesOf(key)
      return own.length ? own.map((one) => t(`madeOf.${one}`)).join(' + ') : t('strategies.basic')
    },
    carrier: (carrier: string) =>
      carrier === 'conversation' ? t('mix.conversation') : carriers(carrier as 'csv'),
  }
}
