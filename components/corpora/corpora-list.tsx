'use client'

import { Database } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { type CorporaPage, useCorpora } from '@/components/corpora/corpora.query'
import { CorpusState } from '@/components/corpora/corpus-state'
import { buttonClasses } from '@/components/ui/button'
import { ColumnChoice } from '@/components/ui/column-choice'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { rowsOf } from '@/components/ui/keyset'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { TimeAgo } from '@/components/ui/time-ago'
import type { CorpusView } from '@/lib/corpora/schema'

type Props = { project: string; canLead: boolean; first: CorporaPage }

export function CorporaList({ project, canLead, first }: Props) {
  const t = useTranslations('corpora')
  const router = useRouter()
  const corpora = useCorpora(project, first)
  const columns = useColumns(project)
  const address = (corpus: CorpusView) => `/p/${project}/corpora/${corpus.id}`
  const action = canLead && (
    <Link href={`/p/${project}/corpora/import` as never} className={buttonClasses({ variant: 'primary' })}>
      {t('import')}
    </Link>
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <ColumnChoice name="corpora" columns={columns} />
            {action}
          </>
        }
      />
      {corpora.isError && !corpora.data ? (
        <ErrorState error={corpora.error} retry={() => corpora.refetch()} />
      ) : (
        <DataTable
          name="corpora"
          label={t('title')}
          rows={rowsOf(corpora.data)}
          columns={columns}
          rowId={(corpus) => corpus.id}
          onOpen={(corpus) => router.push(address(corpus) as never)}
          loading={corpora.isPending}
          hasMore={corpora.hasNextPage}
          loadingMore={corpora.isFetchingNextPage}
          loadMore={corpora.fetchNextPage}
          empty={
            <EmptyState icon={Database} title={t('empty.title')} action={action}>
              {t('empty.text')}
            </EmptyState>
          }
        />
      )}
    </>
  )
}

function useColumns(project: string): Column<CorpusView>[] {
  const t = useTranslations('corpora')
  const format = useFormatter()
  const number = (value: number) => <span className="tabular-nums">{format.number(value)}</span>
  return [
    {
      id: 'name',
      label: t('columns.name'),
      cell: (corpus) => (
        <TextLink quiet className="font-medium" href={`/p/${project}/corpora/${corpus.id}`}>
          {corpus.name}
        </TextLink>
      ),
    },
    {
      id: 'state',
      label: t('columns.state'),
      width: '7.5rem',
      from: 'sm',
      cell: (corpus) => <CorpusState state={corpus.state} />,
    },
    {
      id: 'language',
      label: t('columns.language'),
      width: '6rem',
      from: 'md',
      cell: (corpus) => corpus.language,
    },
    {
      id: 'split',
      label: t('columns.split'),
      width: '7rem',
      from: 'lg',
      cell: (corpus) => (corpus.heldOut ? t('heldOut') : t(`splits.${corpus.split}`)),
    },
    {
      id: 'instances',
      label: t('columns.instances'),
      width: '6.5rem',
      align: 'end',
      cell: (corpus) => number(corpus.instanceCount),
    },
    {
      id: 'items',
      label: t('columns.items'),
      width: '6rem',
      align: 'end',
      from: 'md',
      cell: (corpus) => number(corpus.itemCount),
    },
    {
      id: 'labels',
      label: t('columns.labels'),
      width: '5rem',
      align: 'end',
      from: 'md',
      cell: (corpus) => number(corpus.labels.length),
    },
    {
      id: 'guidelines',
      label: t('columns.guidelines'),
      width: '12rem',
      from: 'lg',
      cell: (corpus) => <Guidelines project={project} corpus={corpus} />,
    },
    {
      id: 'licence',
      label: t('columns.licence'),
      width: '8rem',
      from: 'lg',
      cell: (corpus) => corpus.licence,
    },
    {
      id: 'imported',
      label: t('columns.imported'),
      width: '9rem',
      optional: true,
      cell: (corpus) => corpus.importedAt && <TimeAgo at={corpus.importedAt} />,
    },
  ]
}

/** How far the corpus's guidelines are, each count a link to them. */
function Guidelines({ project, corpus }: { project: string; corpus: CorpusView }) {
  const t = useTranslations('corpora.guidelines')
  const { approved, waiting } = corpus.guidelines
  const library = (state: string) => `/p/${project}/library?corpus=${corpus.id}&state=${state}`
  if (approved + waiting === 0) return <span className="text-muted">{t('none')}</span>
  return (
    <span className="flex gap-2">
      {approved > 0 && (
        <TextLink quiet href={library('approved')} className="text-approved">
          {t('approved', { count: approved })}
        </TextLink>
      )}
      {waiting > 0 && (
        <TextLink quiet href={library('waiting')} className="text-waiting">
          {t('waiting', { count: waiting })}
        </TextLink>
      )}
    </span>
  )
}
