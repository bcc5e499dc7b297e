'use client'

import { BookOpenCheck } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { parseAsString, parseAsStringLiteral, useQueryState, useQueryStates } from 'nuqs'
import { ArtifactPanel } from '@/components/library/artifact-panel'
import { ArtifactTitle } from '@/components/library/artifact-title'
import { KindFilter } from '@/components/library/kind-filter'
import { useLibrary } from '@/components/library/library.query'
import { LibraryTabs } from '@/components/library/library-tabs'
import { useBothLanguages } from '@/components/reviews/use-title'
import { Badge } from '@/components/ui/badge'
import { buttonClasses } from '@/components/ui/button'
import { ColumnChoice } from '@/components/ui/column-choice'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { rowsOf } from '@/components/ui/keyset'
import { NothingFits } from '@/components/ui/nothing-fits'
import { SearchField } from '@/components/ui/search-field'
import { Select } from '@/components/ui/select'
import { StatusBadge } from '@/components/ui/status-badge'
import { TimeAgo } from '@/components/ui/time-ago'
import { Toolbar } from '@/components/ui/toolbar'
import { WriteMenu } from '@/components/writing/write-menu'
import type { WritingCorpus } from '@/components/writing/writing-dialog'
import { libraryKinds } from '@/lib/artifacts/model'
import type { LibraryItem } from '@/lib/library/schema'

const STATES = ['approved', 'waiting', 'rejected', 'all'] as const
const ALL = 'all-corpora'
/** The columns that stay when an item is open beside the table. */
const BESIDE = ['label', 'corpus', 'state', 'version']

type Props = { project: string; person: string; canLead: boolean; corpora: WritingCorpus[] }

/** What was approved (or all), searched and filtered in the address, with the open one beside them. */
export function LibraryPage({ project, person, canLead, corpora }: Props) {
  const t = useTranslations('library')
  const [filter, setFilter] = useQueryStates({
    q: parseAsString,
    state: parseAsStringLiteral(STATES).withDefault('approved'),
    corpus: parseAsString,
    kind: parseAsStringLiteral(libraryKinds),
  })
  const [open, setOpen] = useQueryState('artifact', parseAsString)
  const library = useLibrary(project, {
    q: filter.q ?? undefined,
    state: filter.state,
    corpus: filter.corpus ?? undefined,
    kind: filter.kind ?? undefined,
  })
  const columns = useColumns(filter.kind).filter(({ id }) => !open || BESIDE.includes(id))
  const filtered = Boolean(filter.q || filter.corpus || filter.kind || filter.state !== 'approved')
  return (
    <>
      <LibraryTabs
        project={project}
        at="guidelines"
        actions={
          canLead && (
            <WriteMenu
              project={project}
              person={person}
              corpora={corpora}
              onWritten={({ artifactId }) => {
                void setFilter({ q: null, kind: null, corpus: null, state: 'waiting' })
                void setOpen(artifactId)
              }}
            />
          )
        }
      />
      <KindFilter
        counts={library.data?.pages[0]?.kinds ?? {}}
        kind={filter.kind}
        onKind={(kind) => setFilter({ kind })}
      />
      <Toolbar end={!open && <ColumnChoice name="library" columns={columns} />}>
        <SearchField
          label={t('search')}
          value={filter.q ?? ''}
          onChange={(q) => setFilter({ q: q || null })}
        />
        <Select
          size="sm"
          label={t('columns.state')}
          value={filter.state}
          onChange={(state) => setFilter({ state })}
          options={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        />
        <Select
          size="sm"
          label={t('columns.corpus')}
          value={filter.corpus ?? ALL}
          onChange={(corpus) => setFilter({ corpus: corpus === ALL ? null : corpus })}
          options={[
            { value: ALL, label: t('allCorpora') },
            ...corpora.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Toolbar>
      <div className="flex min-h-0 flex-1">
        {library.isError && !library.data ? (
          <ErrorState error={library.error} retry={() => library.refetch()} />
        ) : (
          <DataTable
            name="library"
            label={t('title')}
            rows={rowsOf(library.data)}
            columns={columns}
            rowId={(item) => item.artifactId}
            activeId={open}
            onOpen={(item) => setOpen(item.artifactId)}
            onActive={(item) => open && setOpen(item.artifactId)}
            loading={library.isPending}
            hasMore={library.hasNextPage}
            loadingMore={library.isFetchingNextPage}
            loadMore={library.fetchNextPage}
            className={open ? 'max-lg:hidden' : undefined}
            empty={<Nothing project={project} filtered={filtered} onClear={() => setFilter(null)} />}
          />
        )}
        {open && (
          <ArtifactPanel
            key={open}
            {...{ project, person, corpora, artifact: open }}
            onClose={() => setOpen(null)}
          />
        )}
      </div>
    </>
  )
}

function Nothing({
  project,
  filtered,
  onClear,
}: {
  project: string
  filtered: boolean
  onClear: () => void
}) {
  const t = useTranslations('library.empty')
  if (filtered)
    return (
      <NothingFits {...{ title: t('filteredTitle'), text: t('filteredText'), clear: t('clear'), onClear }} />
    )
  return (
    <EmptyState
      icon={BookOpenCheck}
      title={t('title')}
      action={
        <Link href={`/p/${project}/queue` as never} className={buttonClasses({ variant: 'primary' })}>
          {t('action')}
        </Link>
      }
    >
      {t('text')}
    </EmptyState>
  )
}

/** What is called by a sentence has the room of its text, which says little more. */
function useColumns(kind: LibraryItem['kind'] | null): Column<LibraryItem>[] {
  const t = useTranslations('library.columns')
  const kinds = useTranslations('library.kind')
  const inWords = useBothLanguages()
  const format = useFormatter()
  const isSaid = kind !== null && kind !== 'guideline'
  const columns: Column<LibraryItem>[] = [
    {
      id: 'label',
      label: t('label'),
      width: isSaid ? undefined : kind ? '13rem' : '17rem',
      cell: (item) => (
        <>
          <ArtifactTitle item={item} />
          <span className="pl-2 text-muted text-xs lg:hidden">{item.corpusName}</span>
        </>
      ),
    },
    {
      id: 'excerpt',
      label: t('excerpt'),
      width: isSaid ? '13rem' : undefined,
      from: 'md',
      cell: (item) => inWords(item.excerpt),
    },
    {
      id: 'kind',
      label: t('kind'),
      width: '5.5rem',
      from: 'lg',
      cell: (item) => <span className="text-muted">{kinds(item.kind)}</span>,
    },
    { id: 'corpus', label: t('corpus'), width: '10rem', from: 'lg', cell: (item) => item.corpusName },
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
      width: '4.5rem',
      align: 'end',
      from: 'sm',
      cell: (item) =>
        item.versionNumber !== null && (
          <span className="tabular-nums">{format.number(item.versionNumber)}</span>
        ),
    },
    { id: 'decidedBy', label: t('decidedBy'), width: '7.5rem', from: 'lg', cell: (item) => item.decidedBy },
    {
      id: 'decidedAt',
      label: t('decidedAt'),
      width: '6rem',
      from: 'lg',
      cell: (item) => item.decidedAt && <TimeAgo at={item.decidedAt} />,
    },
    {
      id: 'releases',
      label: t('releases'),
      width: '6.5rem',
      optional: true,
      cell: (item) => format.list(item.releases.map(String)),
    },
  ]
  return columns.filter(({ id }) => id !== 'kind' || kind === null)
}
