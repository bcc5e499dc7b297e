'use client'

import { useTranslations } from 'next-intl'
import type { z } from 'zod'
import type { previewRunEndpoint } from '@/lib/synthesis/schema'

export type Coverage = z.output<typeof previewRunEndpoint.response>['coverage']

/** Says what a release leaves unsaid: labels without a guideline, and the share of compound that they cost. */
export function CoverageLine({ coverage, share }: { coverage: Coverage; share: number }) {
  const t = useTranslations('synthesis.coverage')
  const { labels, guided, reachable } = coverage
  if (guided === labels || share === 0) return null
  const most = Math.floor(reachable * 100)
  const short = reachable < share
  return (
    <p className="text-muted" role="status">
      {t('labels', { labels, guided })}{' '}
      {short && <strong className="font-medium text-fg">{t('short', { most })}</strong>}
    </p>
  )
}
