'use client'

import { useTranslations } from 'next-intl'
import type { FixCounts, WrittenFix } from '@/lib/corpora/fixes/model'

const NAMED = 3

/** A fix in words: what is done, and what it did. */
export function useFixWords() {
  const t = useTranslations('fixes')
  const survey = useTranslations('survey.problems.kinds')
  const names = (labels: readonly string[]) => {
    const list = labels.slice(0, NAMED).map((label) => t('label', { label }))
    const more = labels.length - NAMED
    return list.join(t('comma')) + (more > 0 ? t('moreLabels', { count: more }) : '')
  }
  return {
    deed(fix: WrittenFix): string {
      switch (fix.kind) {
        case 'relabel':
          return t('deeds.relabel', { count: fix.from.length, from: names(fix.from), to: fix.to })
        case 'drop-label':
          return t('deeds.dropLabel', { from: names(fix.from) })
        case 'drop-instances':
          return t(fix.keep === 'first' ? 'deeds.dropButFirst' : 'deeds.dropAll', {
            problem: survey(fix.problem),
          })
        case 'keep':
          return t('deeds.keep', { problem: survey(fix.problem) })
        case 'undo':
          return t('deeds.undo', { number: fix.number })
      }
    },
    /** What will happen, exactly. */
    effect(fix: WrittenFix, counts: { instances: number | null; items: number | null }): string {
      const given = { instances: counts.instances ?? 0, items: counts.items ?? 0 }
      if (fix.kind === 'undo') return ''
      if (counts.instances === null) return t('effects.unknown')
      if (fix.kind === 'relabel') return t('effects.relabel', { ...given, to: fix.to })
      if (fix.kind === 'drop-label') return t('effects.dropLabel', given)
      return t(fix.kind === 'keep' ? 'effects.keep' : 'effects.dropInstances', given)
    },
    done({ changed, dropped, kept }: FixCounts): string {
      return [
        ...(changed ? [t('done.changed', { count: changed })] : []),
        ...(dropped ? [t('done.dropped', { count: dropped })] : []),
        ...(kept ? [t('done.kept', { count: kept })] : []),
      ].join(t('comma'))
    },
  }
}
