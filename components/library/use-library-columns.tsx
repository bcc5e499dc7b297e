'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { ArtifactTitle } from '@/components/library/artifact-title'
import { useBothLanguages } from '@/components/reviews/use-title'
import { Badge } from '@/components/ui/badge'
import type { Column } from '@/components/ui/data-table'
import { StatusBadge } from '@/components/ui/status-badge'
import { TimeAgo } from '@/components/ui/time-ago'
import type { LibraryItem } from '@/lib/library/schema'

/** The columns that stay when an item is open beside the table. */
const BESIDE = ['select', 'title', 'state', 'version']
const MOST_RELEASES = 3

type Given = {
  kind: LibraryItem['kind'] | undefined
  isBeside: boolean
  chosen: readonly string[]
  onChoose: (artifactId: string) => void
}

/** The title with as much of the text as there is room for, and what people sort by. */
export function useLibraryColumns({ kind, isBeside, chosen, onChoose }: Given): Column<LibraryItem>[] {
  const t = useTranslations('library.columns')
  const kinds = useTranslations('library.kind')
  const inWords = useBothLanguages()
  const format = useFormatter()
  const columns: Column<LibraryItem>[] = [
    {
      id: 'select',
      label: t('select'),
      bare: true,
      width: '2.5rem',
      cell: (item) => (
        <input
          type="checkbox"
          className="block size-4"
          aria-label={t('choose', { title: inWords(item.title) })}
          checked={chosen.includes(item.artifactId)}
          onChange={() => onChoose(item.artifactId)}
        />
      ),
    },
    {
      id: 'title',
      label: t('label'),
      sorts: true,
      cell: (item) => (
        <>
          <ArtifactTitle item={item} />
          <span className="pl-2 text-muted max-lg:hidden">{inWords(item.excerpt)}</span>
          <span className="pl-2 text-muted text-xs lg:hidden">{item.corpusName}</span>
        </>
      ),
    },
    {
      id: 'kind',
      label: t('kind'),
      width: '5.5rem',
      from: 'lg',
      sorts: true,
      cell: (item) => <span className="text-muted">{kinds(item.kind)}</span>,
    },
    {
      id: 'corpus',
      label: t('corpus'),
      width: '7.5rem',
      from: 'lg',
      sorts: true,
      cell: (item) => item.corpusName,
    },
    {
      id: 'state',
      label: t('state'),
      width: '7.5rem',
      cell: (item) =>
        item.retired ? <Badge tone="waiting">{t('retired')}</Badge> : <StatusBadge status={item.state} />,
    },
    {
      id: 'version',
      label: t('version'),
      width: '5.75rem',
      align: 'end',
      from: 'sm',
      sorts: true,
      cell: (item) =>
        item.versionNumber !== null && (
          <span className="tabular-nums">{format.number(item.versionNumber)}</span>
        ),
    },
    {
      id: 'decidedBy',
      label: t('decidedBy'),
      width: '7rem',
      from: 'lg',
      sorts: true,
      cell: (item) => item.decidedBy,
    },
    {
      id: 'decidedAt',
      label: t('decidedAt'),
      width: '6rem',
      from: 'lg',
      sorts: true,
      optional: true,
      cell: (item) => item.decidedAt && <TimeAgo at={item.decidedAt} />,
    },
    {
      id: 'releases',
      label: t('releases'),
      width: '7rem',
      from: 'lg',
      cell: (item) => (
        <span className="inline-flex items-center gap-1.5">
          <span className="text-muted tabular-nums" title={format.list(item.releases.map(String))}>
            {shortList(item.releases)}
          </span>
          {item.stale && <Badge tone="waiting">{t('stale')}</Badge>}
        </span>
      ),
    },
  ]
  return columns.filter(({ id }) => (isBeside ? BESIDE.includes(id) : id !== 'kind' || kind === undefined))
}

function shortList(numbers: readonly number[]): string {
  const last = numbers.slice(-MOST_RELEASES).join(', ')
  return numbers.length > MOST_RELEASES ? `… ${last}` : last
}
