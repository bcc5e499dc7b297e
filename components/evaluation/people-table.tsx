'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { FigureLink } from '@/components/evaluation/figure-link'
import { decisionsHref } from '@/components/evaluation/rows-href'
import { useDuration } from '@/components/evaluation/use-duration'
import { type FigureColumn, FigureTable } from '@/components/models/figure-table'
import { PagePart } from '@/components/models/page-part'
import type { PersonProgress } from '@/lib/evaluation/schema'

type Props = {
  project: string
  people: readonly PersonProgress[]
  sees: 'everybody' | 'own'
  since: string
  to: string
}

const PERCENT = { style: 'percent', maximumFractionDigits: 1 } as const

/** What each person decided, how fast, and what of the open work falls to them. */
export function PeopleTable({ project, people, sees, since, to }: Props) {
  const t = useTranslations('evaluation.people')
  const format = useFormatter()
  const duration = useDuration()
  const count = (
    id: 'made' | 'approved' | 'edited' | 'rejected' | 'skipped',
    verdict?: string,
  ): FigureColumn<PersonProgress> => ({
    ...{ id, label: t(id), isNumber: true, plain: (row) => row[id] },
    cell: (row) => (
      <FigureLink href={decisionsHref(project, { person: row.person, verdict, from: since, to })}>
        {format.number(row[id])}
      </FigureLink>
    ),
  })
  const columns: FigureColumn<PersonProgress>[] = [
    { id: 'person', label: t('person'), cell: ({ name }) => name, plain: ({ name }) => name },
    count('made'),
    count('approved', 'approve'),
    count('edited', 'edit'),
    count('rejected', 'reject'),
    count('skipped', 'skip'),
    {
      ...{ id: 'secondsEach', label: t('each'), isNumber: true },
      cell: ({ secondsEach }) => duration.seconds(secondsEach),
      plain: ({ secondsEach }) => secondsEach,
    },
    {
      ...{ id: 'fast', label: t('fast'), isNumber: true },
      cell: ({ timed, fast }) => (timed === 0 ? '–' : format.number(fast / timed, PERCENT)),
      plain: ({ timed, fast }) => (timed === 0 ? null : fast / timed),
    },
    {
      ...{ id: 'perDay', label: t('perDay'), isNumber: true },
      cell: ({ perDay }) => format.number(perDay, { maximumFractionDigits: 1 }),
      plain: ({ perDay }) => perDay,
    },
    {
      ...{ id: 'open', label: t('share'), isNumber: true },
      cell: ({ open }) => <FigureLink href={`/p/${project}/queue`}>{format.number(open)}</FigureLink>,
      plain: ({ open }) => open,
    },
    {
      ...{ id: 'hoursLeft', label: t('hoursLeft'), isNumber: true },
      cell: ({ hoursLeft }) => duration.hours(hoursLeft),
      plain: ({ hoursLeft }) => hoursLeft,
    },
    {
      ...{ id: 'lastDay', label: t('lastDay'), isNumber: true },
      cell: ({ lastDay }) => lastDay ?? '–',
      plain: ({ lastDay }) => lastDay,
    },
  ]
  return (
    <PagePart title={t(sees === 'own' ? 'titleOwn' : 'title')}>
      <p className="text-muted text-xs">{t(sees === 'own' ? 'textOwn' : 'text')}</p>
      {people.length > 0 ? (
        <FigureTable name={t('title')} rows={people} rowId={({ person }) => person} columns={columns} />
      ) : (
        <p className="text-muted">{t('none')}</p>
      )}
    </PagePart>
  )
}
