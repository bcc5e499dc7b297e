'use client'

import { useTranslations } from 'next-intl'
import { KindSelect } from '@/components/evaluation/kind-select'
import { type Period, periods, type usePeriod } from '@/components/evaluation/use-period'
import { Select } from '@/components/ui/select'
import { Toolbar } from '@/components/ui/toolbar'

const ALL = 'all'
type Props = Pick<ReturnType<typeof usePeriod>, 'asked' | 'ask'> & {
  people: readonly { person: string; name: string }[]
}

/** Which days, kind and person the figures are of. */
export function PeriodBar({ asked, ask, people }: Props) {
  const t = useTranslations('evaluation.filter')
  return (
    <Toolbar>
      <Select<Period>
        size="sm"
        label={t('days')}
        value={asked.days}
        onChange={(days) => ask({ days })}
        options={periods.map((value) => ({
          value,
          label: value === 'all' ? t('allDays') : t('lastDays', { count: Number(value) }),
        }))}
      />
      <KindSelect kind={asked.kind} onKind={(kind) => ask({ kind })} />
      {people.length > 0 && (
        <Select
          size="sm"
          label={t('person')}
          value={asked.person ?? ALL}
          onChange={(person) => ask({ person: person === ALL ? null : person })}
          options={[
            { value: ALL, label: t('everybody') },
            ...people.map(({ person, name }) => ({ value: person, label: name })),
          ]}
        />
      )}
    </Toolbar>
  )
}
