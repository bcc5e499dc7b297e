'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { DashboardFilter } from '@/components/evaluation/evaluation.query'
import { FigureLink } from '@/components/evaluation/figure-link'
import { decisionsHref } from '@/components/evaluation/rows-href'
import { FigureTable } from '@/components/models/figure-table'
import { PagePart } from '@/components/models/page-part'
import { BarList } from '@/components/ui/bar-list'
import type { ReasonFigures as Figures } from '@/lib/evaluation/schema'

type Props = { project: string; reasons: readonly Figures[]; filter: DashboardFilter }

/** Why drafts are sent away. */
export function ReasonFigures({ project, reasons, filter }: Props) {
  const t = useTranslations('evaluation.reasons')
  const words = useTranslations('reviews.reasons')
  const format = useFormatter()
  const nameOf = ({ reason }: Figures) => words(reason).replace(/…$/, '')
  const hrefOf = ({ reason }: Figures) => decisionsHref(project, { ...filter, verdict: 'reject', reason })
  return (
    <PagePart title={t('title')}>
      {reasons.length === 0 ? (
        <p className="text-muted">{t('empty')}</p>
      ) : (
        <>
          <BarList
            label={t('title')}
            bars={reasons.map((one) => ({
              ...{ key: one.reason, label: nameOf(one), value: one.count, href: hrefOf(one) },
              color: 'var(--color-rejected)',
            }))}
          />
          <FigureTable<Figures>
            isFolded
            name={t('title')}
            rows={reasons}
            rowId={({ reason }) => reason}
            columns={[
              { id: 'reason', label: t('reason'), cell: nameOf, plain: ({ reason }) => reason },
              {
                ...{ id: 'count', label: t('count'), isNumber: true, plain: ({ count }) => count },
                cell: (row) => <FigureLink href={hrefOf(row)}>{format.number(row.count)}</FigureLink>,
              },
            ]}
          />
        </>
      )}
    </PagePart>
  )
}
