'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { type AgreementFilter, useSpanAgreement } from '@/components/evaluation/evaluation.query'
import { FigureLink } from '@/components/evaluation/figure-link'
import { itemsHref } from '@/components/evaluation/rows-href'
import { useMeasure } from '@/components/evaluation/use-measure'
import { type FigureColumn, FigureTable } from '@/components/models/figure-table'
import { PagePart } from '@/components/models/page-part'
import { ErrorLine } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import type { SpanFigures as Figures, SpanAgreement } from '@/lib/evaluation/agreement/schema'

type Props = { project: string; filter: AgreementFilter }

/** How alike the answers are that two leave of one re-annotation. */
export function SpanFigures({ project, filter }: Props) {
  const t = useTranslations('evaluation.spans')
  const { data, error, isPending } = useSpanAgreement(project, filter)
  if (data?.overall.answers === 0 && filter.kind !== 'application') return null
  return (
    <PagePart title={t('title')}>
      <p className="text-muted text-xs">{t('text')}</p>
      <ErrorLine error={error} />
      {isPending && <Skeleton className="h-24" />}
      {data?.overall.answers === 0 && <p className="text-muted">{t('empty')}</p>}
      {data && data.overall.answers > 0 && <Found {...{ project, filter, figures: data }} />}
    </PagePart>
  )
}

function Found({ project, filter, figures: { overall, labels, pairs } }: Props & { figures: Figures }) {
  const t = useTranslations('evaluation.spans')
  const format = useFormatter()
  const href = itemsHref(project, { ...filter, kind: 'application' })
  const { whyOf } = useMeasure()
  const say = ({ f1 }: SpanAgreement) =>
    f1.value === null
      ? (whyOf(f1) ?? '–')
      : format.number(f1.value, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
  const counts = <Row extends SpanAgreement>(hrefFor: (row: Row) => string): FigureColumn<Row>[] => [
    {
      ...{ id: 'answers', label: t('answers'), isNumber: true, plain: ({ answers }) => answers },
      cell: (row) => <FigureLink href={hrefFor(row)}>{format.number(row.answers)}</FigureLink>,
    },
    {
      id: 'spans',
      label: t('spans'),
      isNumber: true,
      cell: ({ spans }) => format.number(spans),
      plain: ({ spans }) => spans,
    },
    {
      id: 'alike',
      label: t('alike'),
      isNumber: true,
      cell: ({ alike }) => format.number(alike),
      plain: ({ alike }) => alike,
    },
    { id: 'f1', label: t('f1'), isNumber: true, cell: say, plain: ({ f1 }) => f1.value },
  ]
  return (
    <>
      <p>
        <span className="font-medium text-lg tabular-nums">{say(overall)}</span>{' '}
        <FigureLink href={href} className="text-muted">
          {t('overall', { answers: overall.answers, spans: overall.spans, alike: overall.alike })}
        </FigureLink>
      </p>
      <FigureTable<Figures['labels'][number]>
        name={t('byLabel')}
        rows={labels}
        rowId={({ label }) => label}
        columns={[
          { id: 'label', label: t('label'), cell: ({ label }) => label, plain: ({ label }) => label },
          ...counts<Figures['labels'][number]>(() => href),
        ]}
      />
      <FigureTable<Figures['pairs'][number]>
        isFolded
        name={t('byPair')}
        rows={pairs}
        rowId={({ a, b }) => `${a?.id} ${b?.id}`}
        columns={[
          {
            id: 'a',
            label: t('a'),
            cell: ({ a }) => a?.name ?? t('others'),
            plain: ({ a }) => a?.name ?? '',
          },
          {
            id: 'b',
            label: t('b'),
            cell: ({ b }) => b?.name ?? t('others'),
            plain: ({ b }) => b?.name ?? '',
          },
          ...counts<Figures['pairs'][number]>(({ a, b }) =>
            itemsHref(project, { ...filter, kind: 'application', a: a?.id, b: b?.id }),
          ),
        ]}
      />
    </>
  )
}
