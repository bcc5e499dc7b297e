'use client'

import { useTranslations } from 'next-intl'
import { useProject } from '@/components/projects/current-project'
import { TextLink } from '@/components/ui/text-link'
import type { UsedDecision } from '@/lib/artifacts/origin/schema'

/** Which decisions of people a draft was shown as examples, or as things to avoid. */
export function UsedDecisions({ decisions }: { decisions: readonly UsedDecision[] }) {
  const t = useTranslations('models.origin')
  const words = useTranslations('models.call.decision')
  const reasons = useTranslations('reviews.reasons')
  const { slug } = useProject()
  if (decisions.length === 0) return <p className="text-muted text-xs">{t('decisions', { count: 0 })}</p>
  return (
    <details className="text-xs">
      <summary className="w-fit rounded-xs text-muted hover:text-fg">
        {t('decisions', { count: decisions.length })}
      </summary>
      <ul className="flex flex-col gap-1 pt-1">
        {decisions.map(({ id, verdict, artifactId, artifactKey, reasonCode, comment, undone }) => (
          <li key={id}>
            <TextLink href={`/p/${slug}/library?state=all&artifact=${artifactId}`}>{artifactKey}</TextLink>{' '}
            <span className="text-muted">
              {[
                words.has(verdict as never) ? words(verdict as never) : verdict,
                reasonCode && reasons.has(reasonCode as never) ? reasons(reasonCode as never) : reasonCode,
                comment,
                undone && t('undone'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
