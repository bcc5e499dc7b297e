'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { AgreementFilter } from '@/components/evaluation/evaluation.query'
import { FigureLink } from '@/components/evaluation/figure-link'
import { itemsHref } from '@/components/evaluation/rows-href'
import { useMeasure } from '@/components/evaluation/use-measure'
import { FigureTable } from '@/components/models/figure-table'
import { PagePart } from '@/components/models/page-part'
import { levels, type Measure } from '@/lib/evaluation/agreement/model'
import type { Agreement } from '@/lib/evaluation/agreement/schema'

type Props = { project: string; agreement: Agreement; filter: AgreementFilter }
type Row = { id: string; name: string; what: string; measure: Measure; say: (value: number) => string }

/** The coefficients, each with what it takes into account; where one is undefined, why. */
export function AgreementFigures({ project, agreement, filter }: Props) {
  const t = useTranslations('evaluation.agreement')
  const format = useFormatter()
  const { share, coefficient, whyOf } = useMeasure()
  const { percent, fleiss, alpha, pairs, units, ratings } = agreement
  const two = filter.a && filter.b ? pairs[0] : undefined
  const rows: Row[] = [
    { id: 'percent', name: t('percent'), what: t('percentWhat'), measure: percent, say: share },
    ...(two
      ? [{ id: 'cohen', name: t('cohen'), what: t('cohenWhat'), measure: two.kappa, say: coefficient }]
      : []),
    {
      ...{ id: 'fleiss', name: t('fleiss'), measure: fleiss.kappa, say: coefficient },
      what: t('fleissWhat', { units: fleiss.units, raters: fleiss.raters }),
    },
    ...levels.map((level) => ({
      ...{ id: `alpha-${level}`, name: t('alpha', { level: t(`levels.${level}`) }) },
      ...{ what: t(`alphaWhat.${level}`), measure: alpha[level]!, say: coefficient },
    })),
  ]
  return (
    <PagePart title={t('figures')}>
      <p>
        {t.rich('basis', {
          units,
          ratings,
          link: (words) => (
            <FigureLink
              href={itemsHref(project, filter)}
              className="font-medium text-accent-text underline decoration-current/30"
            >
              {words}
            </FigureLink>
          ),
        })}
      </p>
      <FigureTable<Row>
        name={t('figures')}
        rows={rows}
        rowId={({ id }) => id}
        columns={[
          { id: 'measure', label: t('measure'), cell: ({ name }) => name, plain: ({ id }) => id },
          {
            ...{ id: 'value', label: t('value'), isNumber: true, plain: ({ measure }) => measure.value },
            cell: ({ measure, say }) =>
              measure.value === null ? (
                <span className="text-muted">{t('none')}</span>
              ) : (
                <FigureLink href={itemsHref(project, { ...filter, alike: 'no' })} className="font-medium">
                  {say(measure.value)}
                </FigureLink>
              ),
          },
          {
            id: 'what',
            label: t('what'),
            cell: ({ measure, what }) => (
              <span className="whitespace-normal text-muted">{whyOf(measure) ?? what}</span>
            ),
            plain: ({ measure }) => (measure.value === null ? measure.why : ''),
          },
        ]}
      />
      <p className="text-muted text-xs">{t('decimals', { example: format.number(0.667) })}</p>
    </PagePart>
  )
}
