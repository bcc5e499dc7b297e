'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useBothLanguages } from '@/components/reviews/use-title'
import type { Column } from '@/components/ui/data-table'
import { StatusBadge } from '@/components/ui/status-badge'
import { TextLink } from '@/components/ui/text-link'
import { TimeAgo } from '@/components/ui/time-ago'
import type { WorkItem } from '@/lib/reviews/rechecks/schema'

type Given = {
  project: string
  canLead: boolean
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
}

/** The columns of the list of work; leads choose from what can be sent back. */
export function useWorkColumns({ project, canLead, chosen, onChoose }: Given): Column<WorkItem>[] {
  const t = useTranslations('adjudication.work')
  const kinds = useTranslations('reviews.desk.kind')
  const inWords = useBothLanguages()
  const format = useFormatter()
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }
  const columns: Column<WorkItem>[] = [
    {
      id: 'chosen',
      label: t('choose'),
      width: '2.75rem',
      bare: true,
      cell: (item) =>
        !item.sentBack &&
        !item.heldBack && (
          <input
            type="checkbox"
            aria-label={t('chooseOne', { title: inWords(item.title) })}
            checked={chosen.has(item.versionId)}
            onChange={() => toggle(item.versionId)}
            className="size-4"
          />
        ),
    },
    {
      id: 'title',
      label: t('what'),
      cell: (item) => (
        <>
          <TextLink quiet href={hrefOf(project, item)}>
            {inWords(item.title)}
          </TextLink>{' '}
          <span className="text-muted text-xs">{`v${item.number}`}</span>
        </>
      ),
    },
    {
      id: 'kind',
      label: t('kind'),
      width: '9rem',
      from: 'md',
      cell: (item) => <span className="text-muted">{kinds(item.kind)}</span>,
    },
    {
      id: 'decidedAs',
      label: t('decidedAs'),
      width: '7.5rem',
      cell: (item) => <StatusBadge status={item.decidedAs} />,
    },
    {
      id: 'deciders',
      label: t('deciders'),
      width: '11rem',
      from: 'lg',
      cell: (item) => format.list(item.deciders),
    },
    {
      id: 'decidedAt',
      label: t('decidedAt'),
      width: '6rem',
      from: 'sm',
      cell: (item) => <TimeAgo at={item.decidedAt} />,
    },
    {
      id: 'now',
      label: t('now'),
      width: '13rem',
      from: 'sm',
      cell: (item) => <Now item={item} />,
    },
  ]
  return columns.filter(({ id }) => canLead || id !== 'chosen')
}

function Now({ item }: { item: WorkItem }) {
  const t = useTranslations('adjudication.work')
  if (item.heldBack) return <span className="text-muted">{t(`heldBack.${item.heldBack}`)}</span>
  if (!item.sentBack) return <span className="text-muted">{t('stands')}</span>
  return (
    <span className="inline-flex items-center gap-2">
      <StatusBadge status={item.state} />
      <TimeAgo at={item.sentBack.at} className="text-muted text-xs" />
    </span>
  )
}

function hrefOf(project: string, item: WorkItem): string {
  if (item.kind === 'record' || item.state === 'waiting')
    return `/p/${project}/queue?version=${item.versionId}`
  return `/p/${project}/library?state=all&artifact=${item.artifactId}`
}
