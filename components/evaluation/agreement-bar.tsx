'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { useAgreementFilter } from '@/components/evaluation/use-agreement-filter'
import { useKindName } from '@/components/evaluation/use-kind-name'
import { useProject } from '@/components/projects/current-project'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { SearchField } from '@/components/ui/search-field'
import { Select } from '@/components/ui/select'
import { Toolbar } from '@/components/ui/toolbar'
import { type ArtifactKind, artifactKinds } from '@/lib/artifacts/model'
import { callEndpoint } from '@/lib/platform/call-endpoint'
import { listMembersEndpoint } from '@/lib/projects/schema'

const ALL = 'all'
type Props = Pick<ReturnType<typeof useAgreementFilter>, 'asked' | 'ask' | 'filter'> & { project: string }

/** Of which kind, label, people and days agreement is shown. */
export function AgreementBar({ project, asked, ask, filter }: Props) {
  const t = useTranslations('evaluation.filter')
  const kinds = useKindName()
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
      <Select<ArtifactKind | typeof ALL>
        size="sm"
        label={t('kind')}
        value={asked.kind ?? ALL}
        onChange={(kind) => ask({ kind: kind === ALL ? null : kind })}
        options={[
          { value: ALL, label: t('allKinds') },
          ...artifactKinds.map((value) => ({ value, label: kinds(value) })),
        ]}
      />
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
  const { data } = useQuery({
    queryKey: ['members', project],
    queryFn: ({ signal }) => callEndpoint(listMembersEndpoint, { params: { project } }, { signal }),
  })
  const people = (data?.items ?? []).filter(({ kind }) => kind === 'person')
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
