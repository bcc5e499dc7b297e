'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'next-intl'
import { ApplicationSides } from '@/components/reviews/application-card'
import { sidesOf } from '@/components/reviews/application-sides'
import { cn } from '@/components/ui/cn'
import { ErrorLine } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import type { RulePreview } from '@/lib/artifacts/writing/schema'

type Props = { preview: UseQueryResult<RulePreview>; byHand: boolean }

/** How much a rule would touch, with a few of the instances that it would change. */
export function RulePreviewPane({ preview, byHand }: Props) {
  const t = useTranslations('writing')
  const { data, error, isFetching } = preview
  if (byHand) return <p className="text-muted">{t('byHandText')}</p>
  return (
    <section aria-label={t('preview')} aria-busy={isFetching} className="flex flex-col gap-3">
      <h3 className="font-medium text-muted text-xs">{t('preview')}</h3>
      <ErrorLine error={error} />
      {!data && !error && <Skeleton className="h-24" />}
      {data && (
        <div className={cn('flex flex-col gap-3 transition-opacity', (isFetching || error) && 'opacity-60')}>
          <Touched of={data} />
          <ol className="flex flex-col">
            {data.samples.map((item) => (
              <li key={item.ordinal} className="hairline-t flex flex-col gap-1 py-2.5">
                <span className="font-mono text-2xs text-muted">{`#${item.ordinal}`}</span>
                {item.question && <p className="reading font-medium">{item.question}</p>}
                <ApplicationSides sides={sidesOf(item)} />
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  )
}

function Touched({ of }: { of: RulePreview }) {
  const t = useTranslations('writing')
  const format = useFormatter()
  return (
    <p aria-live="polite">
      <strong className="font-medium">
        {t('touches', {
          touched: of.touched,
          looked: of.looked,
          share: format.number(of.looked ? of.touched / of.looked : 0, {
            style: 'percent',
            maximumFractionDigits: 1,
          }),
          changed: of.changed,
          answers: of.answers,
        })}
      </strong>{' '}
      <span className="text-muted">
        {of.concerned > of.touched && t('stay', { count: of.concerned - of.touched })}{' '}
        {of.instances > of.looked && t('spread', { instances: of.instances })}
      </span>
    </p>
  )
}
