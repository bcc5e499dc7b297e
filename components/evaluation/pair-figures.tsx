'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { AgreementFilter } from '@/components/evaluation/evaluation.query'
import { FigureLink } from '@/components/evaluation/figure-link'
import { hrefOf, itemsHref } from '@/components/evaluation/rows-href'
import { useMeasure } from '@/components/evaluation/use-measure'
import { type FigureColumn, FigureTable } from '@/components/models/figure-table'
import { PagePart } from '@/components/models/page-part'
import type { Measure } from '@/lib/evaluation/agreement/model'
import type { Agreement, PairAgreement } from '@/lib/evaluation/agreement/schema'

type Props = { project: string; agreement: Agreement; filter: AgreementFilter }

/** How any two agree: those with the most drafts between them. */
export function PairFigures({ project, agreement: { pairs, pairCount }, filter }: Props) {
  const t = useTranslations('evaluation.pairs')
  const format = useFormatter()
  const { share, coefficient, whyOf } = useMeasure()
  const nameOf = (rater: PairAgreement['a']) => rater?.name ?? t('others')
  const pairHref = ({ a, b }: PairAgreement) =>
    hrefOf(`/p/${project}/quality/agreement`, { ...filter, a: a?.id, b: b?.id })
  const measured = (
    id: 'percent' | 'kappa',
    say: (value: number) => string,
  ): FigureColumn<PairAgreement> => ({
    ...{ id, label: t(id), isNumber: true, plain: (row) => row[id].value },
    cell: (row) => {
      const { value } = row[id]
      if (value === null) return <span title={whyOf(row[id] as Measure) ?? undefined}>{t('none')}</span>
      return row.b ? <FigureLink href={pairHref(row)}>{say(value)}</FigureLink> : say(value)
    },
  })
  if (pairs.length === 0) return null
  return (
    <PagePart title={t('title')}>
      {pairCount > pairs.length && (
        <p className="text-muted text-xs">{t('some', { shown: pairs.length, all: pairCount })}</p>
      )}
      <FigureTable<PairAgreement>
        name={t('title')}
        rows={pairs}
        rowId={({ a, b }) => `${a?.id} ${b?.id}`}
        columns={[
          { id: 'a', label: t('a'), cell: ({ a }) => nameOf(a), plain: ({ a }) => nameOf(a) },
          { id: 'b', label: t('b'), cell: ({ b }) => nameOf(b), plain: ({ b }) => nameOf(b) },
          {
            ...{ id: 'units', label: t('units'), isNumber: true, plain: ({ units }) => units },
            cell: ({ units, a, b }) => (
              <FigureLink href={itemsHref(project, { ...filter, a: a?.id, b: b?.id })}>
                {format.number(units)}
              </FigureLink>
            ),
          },
          measured('percent', share),
          measured('kappa', coefficient),
        ]}
      />
    </PagePart>
  )
}
