'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { FigureLink } from '@/components/evaluation/figure-link'
import { decisionsHref, hrefOf } from '@/components/evaluation/rows-href'
import { useDuration } from '@/components/evaluation/use-duration'
import { useKindName } from '@/components/evaluation/use-kind-name'
import { type FigureColumn, FigureTable } from '@/components/models/figure-table'
import { PagePart } from '@/components/models/page-part'
import type { ArtifactKind } from '@/lib/artifacts/model'
import type { KindProgress } from '@/lib/evaluation/schema'

type Props = { project: string; kinds: readonly KindProgress[]; since: string; to: string }

/** How far each kind is: decided beside what is still open, and how long that will take. */
export function ProgressTable({ project, kinds, since, to }: Props) {
  const t = useTranslations('evaluation.progress')
  const nameOf = useKindName()
  const duration = useDuration()
  const format = useFormatter()
  const rowsOf = (kind: ArtifactKind) => decisionsHref(project, { kind, from: since, to })
  const columns: FigureColumn<KindProgress>[] = [
    { id: 'kind', label: t('kind'), cell: ({ kind }) => nameOf(kind), plain: ({ kind }) => kind },
    {
      id: 'progress',
      label: t('progress'),
      cell: ({ kind, made, open }) => (
        <ProgressLine
          label={t('line', { kind: nameOf(kind), made, open })}
          share={made / Math.max(1, made + open)}
        />
      ),
      plain: ({ made, open }) => (made + open > 0 ? made / (made + open) : null),
    },
    {
      ...{ id: 'made', label: t('made'), isNumber: true },
      cell: ({ kind, made }) => <FigureLink href={rowsOf(kind)}>{format.number(made)}</FigureLink>,
      plain: ({ made }) => made,
    },
    {
      ...{ id: 'open', label: t('open'), isNumber: true },
      cell: ({ kind, open }) => <FigureLink href={openHref(project, kind)}>{format.number(open)}</FigureLink>,
      plain: ({ open }) => open,
    },
    {
      ...{ id: 'secondsEach', label: t('each'), isNumber: true },
      cell: ({ secondsEach }) => duration.seconds(secondsEach),
      plain: ({ secondsEach }) => secondsEach,
    },
    {
      ...{ id: 'perDay', label: t('perDay'), isNumber: true },
      cell: ({ perDay }) => format.number(perDay, { maximumFractionDigits: 1 }),
      plain: ({ perDay }) => perDay,
    },
    {
      ...{ id: 'hoursLeft', label: t('hoursLeft'), isNumber: true },
      cell: ({ hoursLeft }) => duration.hours(hoursLeft),
      plain: ({ hoursLeft }) => hoursLeft,
    },
    {
      ...{ id: 'daysLeft', label: t('daysLeft'), isNumber: true },
      cell: ({ daysLeft }) => duration.days(daysLeft),
      plain: ({ daysLeft }) => daysLeft,
    },
  ]
  return (
    <PagePart title={t('title')}>
      <p className="text-muted text-xs">{t('text')}</p>
      <FigureTable name={t('title')} rows={kinds} rowId={({ kind }) => kind} columns={columns} />
    </PagePart>
  )
}

function openHref(project: string, kind: ArtifactKind): string {
  if (kind === 'node') return `/p/${project}/taxonomy`
  if (kind === 'record' || kind === 'syllabus') return `/p/${project}/queue`
  return hrefOf(`/p/${project}/library`, { state: 'waiting', kind })
}

function ProgressLine({ label, share }: { label: string; share: number }) {
  return (
    <span role="img" aria-label={label} title={label} className="block h-2 w-32 rounded-xs bg-pressed">
      <span
        className="block h-full rounded-xs bg-accent"
        style={{ width: share === 0 ? 0 : `max(2px, ${share * 100}%)` }}
      />
    </span>
  )
}
