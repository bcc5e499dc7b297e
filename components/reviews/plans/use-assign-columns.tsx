'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { Named } from '@/components/reviews/plans/assignee-names'
import { useBothLanguages } from '@/components/reviews/use-title'
import type { Column } from '@/components/ui/data-table'
import { TextLink } from '@/components/ui/text-link'
import { TimeAgo } from '@/components/ui/time-ago'
import type { AssignableDraft } from '@/lib/reviews/plans/schema'

type Given = {
  project: string
  names: readonly Named[]
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
}

/** The verb takes so many by id; more are assigned by a filter. */
const MOST_CHOSEN = 1000

export function useAssignColumns({ project, names, chosen, onChoose }: Given): Column<AssignableDraft>[] {
  const t = useTranslations('plans.assigning')
  const kinds = useTranslations('plans.kinds')
  const everybody = useTranslations('plans')('everybody')
  const inWords = useBothLanguages()
  const format = useFormatter()
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id) && next.size < MOST_CHOSEN) next.add(id)
    onChoose(next)
  }
  const nameOf = (id: string) => names.find((one) => one.id === id)?.name ?? id
  return [
    {
      id: 'chosen',
      label: t('choose'),
      width: '2.75rem',
      bare: true,
      cell: (item) => (
        <input
          type="checkbox"
          aria-label={t('chooseOne', { title: inWords(item.title) })}
          checked={chosen.has(item.versionId)}
          onChange={() => toggle(item.versionId)}
          className="block size-4 accent-accent"
        />
      ),
    },
    {
      id: 'title',
      label: t('draft'),
      cell: (item) => (
        <>
          <TextLink quiet href={`/p/${project}/queue?version=${item.versionId}`}>
            {inWords(item.title)}
          </TextLink>{' '}
          <span className="text-muted text-xs">{`v${item.number}`}</span>
        </>
      ),
    },
    {
      id: 'kind',
      label: t('kind'),
      width: '10rem',
      from: 'md',
      cell: (item) => <span className="text-muted">{kinds(item.kind)}</span>,
    },
    { id: 'corpus', label: t('corpus'), width: '12rem', from: 'lg', cell: (item) => item.corpusName },
    {
      id: 'whose',
      label: t('whose'),
      width: '12rem',
      cell: (item) =>
        item.assignedTo.length === 0 ? (
          <span className="text-muted">{everybody}</span>
        ) : (
          format.list(item.assignedTo.map(nameOf))
        ),
    },
    {
      id: 'holder',
      label: t('holder'),
      width: '9rem',
      from: 'lg',
      cell: (item) => item.holder && <span className="text-muted">{item.holder}</span>,
    },
    {
      id: 'since',
      label: t('since'),
      width: '6rem',
      from: 'sm',
      cell: (item) => <TimeAgo at={item.since} />,
    },
  ]
}
