'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { type FigureColumn, FigureTable } from '@/components/models/figure-table'
import { PagePart } from '@/components/models/page-part'
import { ShareBar } from '@/components/models/share-bar'
import { TimeAgo } from '@/components/ui/time-ago'
import type { GoldPerson } from '@/lib/reviews/gold/schema'

/** How often each person came to the expected verdict, and how sure that is. */
export function GoldPeople({ people }: { people: readonly GoldPerson[] }) {
  const t = useTranslations('goldQuestions.people')
  const columns = useColumns()
  return (
    <PagePart title={t('title')}>
      <p className="text-muted text-xs">{t('text')}</p>
      {people.length > 0 ? (
        <FigureTable name={t('title')} rows={people} rowId={({ person }) => person} columns={columns} />
      ) : (
        <p className="text-muted">{t('none')}</p>
      )}
    </PagePart>
  )
}

function useColumns(): FigureColumn<GoldPerson>[] {
  const t = useTranslations('goldQuestions.people')
  const format = useFormatter()
  const percent = (share: number) => format.number(share, { style: 'percent' })
  return [
    { id: 'person', label: t('person'), cell: ({ name }) => name, plain: ({ name }) => name },
    {
      ...{ id: 'answered', label: t('answered'), isNumber: true },
      cell: ({ answered }) => format.number(answered),
      plain: ({ answered }) => answered,
    },
    {
      ...{ id: 'right', label: t('right'), isNumber: true },
      cell: ({ right }) => format.number(right),
      plain: ({ right }) => right,
    },
    {
      id: 'accuracy',
      label: t('accuracy'),
      cell: ({ share, low, high }) =>
        share === null ? (
          '–'
        ) : (
          <ShareBar
            className="w-40"
            label={t('interval', { share: percent(share), low: percent(low ?? 0), high: percent(high ?? 1) })}
            {...{ text: percent(share), share, low, high }}
          />
        ),
      plain: ({ share }) => share,
    },
    {
      id: 'interval',
      label: t('bounds'),
      cell: ({ low, high }) => (low === null || high === null ? '–' : `${percent(low)} – ${percent(high)}`),
      plain: ({ low, high }) => (low === null ? null : `${low.toFixed(4)}-${high?.toFixed(4)}`),
    },
    {
      ...{ id: 'lastAt', label: t('last'), isNumber: true },
      cell: ({ lastAt }) => <TimeAgo at={lastAt} />,
      plain: ({ lastAt }) => lastAt,
    },
  ]
}
