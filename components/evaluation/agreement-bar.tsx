'use client'

import { useTranslations } from 'next-intl'
import { KindSelect } from '@/components/evaluation/kind-select'
import type { useAgreementFilter } from '@/components/evaluation/use-agreement-filter'
import { usePeople } from '@/components/people/members.query'
import { useProject } from '@/components/projects/current-project'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { SearchField } from '@/components/ui/search-field'
import { Select } from '@/components/ui/select'
import { Toolbar } from '@/components/ui/toolbar'

const ALL = 'all'
type Props = Pick<ReturnType<typeof useAgreementFilter>, 'asked' | 'ask' | 'filter'> & { project: string }

/** Of which kind, label, people and days agreement is shown. */
export function AgreementBar({ project, asked, ask, filter }: Props) {
  const t = useTranslations('evaluation.filter')
  const { allows } = useProject()
  const isFiltered = Object.values(filter).some(Boolean)
  const day = (value: string) => (value ? new Date(`${value}T00:00:00Z`) : null)
  return (
    <Toolbar
      end={
        isFiltered && (
          <Button size="sm" variant="quiet" onClick={() => ask(null)}>
            {t('clear')}
          </Button>
        )
      }
    >
      <KindSelect kind={asked.kind} onKind={(kind) => ask({ kind })} />
      <SearchField
        label={t('label')}
        value={asked.label ?? ''}
        onChange={(label) => ask({ label: label || null })}
      />
      {allows('lead') && <People {...{ project, asked, ask }} />}
      {(['from', 'to'] as const).map((end) => (
        <Input
          key={end}
          type="date"
          aria-label={t(end)}
          title={t(end)}
          className="h-7 w-auto text-xs"
          value={filter[end] ?? ''}
          onChange={({ currentTarget }) => ask({ [end]: day(currentTarget.value) })}
        />
      ))}
    </Toolbar>
  )
}

function People({ project, asked, ask }: Pick<Props, 'project' | 'asked' | 'ask'>) {
  const t = useTranslations('evaluation.filter')
  const people = usePeople(project)
  if (people.length < 2) return null
  return (['a', 'b'] as const).map((end) => (
    <Select
      key={end}
      size="sm"
      label={t(end)}
      value={asked[end] ?? ALL}
      onChange={(person) => ask({ [end]: person === ALL ? null : person })}
      options={[
        { value: ALL, label: t(end === 'a' ? 'everybody' : 'withEverybody') },
        ...people.map(({ userId, name }) => ({
          value: userId,
          label: end === 'a' ? name : t('withPerson', { name }),
        })),
      ]}
    />
  ))
}
