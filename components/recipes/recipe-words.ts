'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { LicenceDemand } from '@/lib/corpora/licences/model'
import type { RecipeCorpus } from '@/lib/synthesis/model'

type Named = { id: string; name: string }

/** Settings that are shares: read as percentages. */
const SHARES = new Set([
  'compoundShare',
  'temperature',
  'ruleNoChangeShare',
  'emptyShare',
  'strategies',
  'dropout',
  'maskNames',
  'zhShare',
])

/** Settings of a recipe in words: what they are called, and what they say. */
export function useRecipeWords(corpora: readonly Named[]) {
  const t = useTranslations('recipes')
  const forms = useTranslations('corpora.taskForms')
  const carriers = useTranslations('reviews.format.carriers')
  const kinds = useTranslations('exports.licenceKinds')
  const format = useFormatter()
  const nameOf = (id: string) => corpora.find((one) => one.id === id)?.name ?? id

  const corpusText = ({ weight, cap, forms: own }: Omit<RecipeCorpus, 'id'>) =>
    [
      ...(weight === 1 ? [] : [t('corpora.weighs', { weight })]),
      ...(cap === null ? [] : [t('corpora.capped', { cap })]),
      ...(own.length === 0 ? [] : [format.list(own.map((form) => forms(form)))]),
    ].join(' · ')

  /** What a setting is called: `strategies/rule` is “Preference rules”, `carriers/csv` is “Syntax: CSV”. */
  const settingName = ([first, second]: readonly string[]): string => {
    if (first === 'corpora') return nameOf(second!)
    if (second === undefined || first === 'phrases') return t(`fields.${first}` as 'fields.seed')
    if (first === 'strategies' || first === 'guidelineOptions') return t(`fields.${second}` as 'fields.seed')
    const part = first === 'splitNum' ? forms(second as 'ner') : carriers(second as 'csv')
    return `${t(`fields.${first}` as 'fields.seed')}: ${part}`
  }

  const valueText = (path: readonly string[], value: unknown): string => {
    if (value === undefined) return t('values.absent')
    if (path[0] === 'corpora') return corpusText(value as RecipeCorpus) || t('corpora.asIs')
    if (path[0] === 'licences')
      return format.list((value as LicenceDemand[]).map((demand) => kinds(demand))) || kinds('permissive')
    if (typeof value === 'boolean') return t(value ? 'values.yes' : 'values.no')
    const isShare = SHARES.has(path[0]!) || SHARES.has(path[1] ?? '')
    if (typeof value === 'number')
      return value === -1 && path[0] === 'splitNum'
        ? t('values.every')
        : format.number(value, isShare ? { style: 'percent' } : undefined)
    if (typeof value !== 'string') return t('values.absent')
    const key = `values.${path[0]}.${value}`
    return t.has(key as never) ? t(key as never) : value
  }

  return { corpusText, settingName, valueText }
}
