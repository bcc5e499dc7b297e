'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { FigureLink } from '@/components/evaluation/figure-link'
import { hrefOf } from '@/components/evaluation/rows-href'
import { type FigureColumn, FigureTable } from '@/components/models/figure-table'
import { PagePart } from '@/components/models/page-part'
import type { Coverage } from '@/lib/evaluation/schema'

const STATES = ['approved', 'waiting', 'rejected', 'missing'] as const
const FILLS = {
  approved: 'var(--color-approved)',
  waiting: 'var(--color-waiting-fill)',
  rejected:
    'repeating-linear-gradient(135deg, var(--color-rejected) 0 2px, var(--color-rejected-soft) 2px 5px)',
  missing: 'transparent',
}

/** Which labels of each corpus have an approved guideline, and which have none. */
export function CoverageFigures({ project, coverage }: { project: string; coverage: readonly Coverage[] }) {
  const t = useTranslations('evaluation.coverage')
  const format = useFormatter()
  const rowsOf = ({ corpusId: corpus }: Coverage, state: (typeof STATES)[number]) =>
    state === 'missing'
      ? `/p/${project}/corpora/${corpus}?tab=labels`
      : hrefOf(`/p/${project}/library`, { state, kind: 'guideline', corpus })
  const columns: FigureColumn<Coverage>[] = [
    {
      id: 'corpus',
      label: t('corpus'),
      cell: ({ corpus, corpusId }) => (
        <FigureLink href={`/p/${project}/corpora/${corpusId}?tab=labels`}>{corpus}</FigureLink>
      ),
      plain: ({ corpus }) => corpus,
    },
    {
      id: 'share',
      label: t('share'),
      cell: (row) => (
        <CoverageBar row={row} label={t('bar', { approved: row.approved, labels: row.labels })} />
      ),
      plain: ({ approved, labels }) => (labels > 0 ? approved / labels : null),
    },
    ...STATES.map(
      (state): FigureColumn<Coverage> => ({
        ...{ id: state, label: t(state), isNumber: true, plain: (row) => row[state] },
        cell: (row) => <FigureLink href={rowsOf(row, state)}>{format.number(row[state])}</FigureLink>,
      }),
    ),
    {
      id: 'uncovered',
      label: t('uncovered'),
      cell: ({ uncovered, labels, approved }) => (
        <span className="block max-w-64 truncate text-muted" title={uncovered.join(', ')}>
          {uncovered.length > 0
            ? uncovered.join(', ') + (labels - approved > uncovered.length ? ' …' : '')
            : t('all')}
        </span>
      ),
      plain: ({ uncovered }) => uncovered.join(', '),
    },
  ]
  return (
    <PagePart title={t('title')}>
      {coverage.length === 0 ? (
        <p className="text-muted">{t('empty')}</p>
      ) : (
        <FigureTable name={t('title')} rows={coverage} rowId={({ corpusId }) => corpusId} columns={columns} />
      )}
    </PagePart>
  )
}

function CoverageBar({ row, label }: { row: Coverage; label: string }) {
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className="flex h-2.5 w-40 gap-px overflow-hidden rounded-xs bg-pressed"
    >
      {STATES.map((state) =>
        row[state] > 0 ? (
          <span
            key={state}
            style={{ width: `${(row[state] / row.labels) * 100}%`, background: FILLS[state] }}
          />
        ) : null,
      )}
    </span>
  )
}
