'use client'

import { Award, PencilLine } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { useKindName } from '@/components/evaluation/use-kind-name'
import { type FigureColumn, FigureTable } from '@/components/models/figure-table'
import { PagePart } from '@/components/models/page-part'
import { useGoldQuestions } from '@/components/reviews/gold/gold.query'
import { VERDICT_STATUS } from '@/components/reviews/gold/verdict-status'
import { useBothLanguages } from '@/components/reviews/use-title'
import { Badge } from '@/components/ui/badge'
import { Button, buttonClasses } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { IconButton } from '@/components/ui/icon-button'
import { rowsOf } from '@/components/ui/keyset'
import { Skeleton } from '@/components/ui/skeleton'
import { StatusBadge } from '@/components/ui/status-badge'
import { TextLink } from '@/components/ui/text-link'
import type { ArtifactKind } from '@/lib/artifacts/model'
import type { GoldQuestionView } from '@/lib/reviews/gold/schema'

const GoldDialog = lazy(() => import('@/components/reviews/gold/gold-dialog'))

/** The gold questions of a project, each with how people answered it. */
export function QuestionList({ project, kind }: { project: string; kind: ArtifactKind | null }) {
  const t = useTranslations('goldQuestions.questions')
  const list = useGoldQuestions(project, kind)
  const [open, setOpen] = useState<string | null>(null)
  const columns = useColumns(project, setOpen)
  const rows = rowsOf(list.data)
  if (list.error && !list.data) return <ErrorState error={list.error} retry={() => list.refetch()} />
  if (list.isPending) return <Skeleton className="h-40" />
  if (rows.length === 0 && !kind)
    return (
      <EmptyState
        icon={Award}
        title={t('none')}
        action={
          <Link href={`/p/${project}/library` as never} className={buttonClasses({ variant: 'primary' })}>
            {t('toLibrary')}
          </Link>
        }
      >
        {t('noneText')}
      </EmptyState>
    )
  return (
    <PagePart title={t('title')}>
      {rows.length > 0 ? (
        <FigureTable name={t('title')} rows={rows} rowId={({ id }) => id} columns={columns} />
      ) : (
        <p className="text-muted">{t('noneOfKind')}</p>
      )}
      {list.hasNextPage && (
        <div>
          <Button size="sm" busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
      {open && (
        <Suspense>
          <GoldDialog key={open} project={project} version={open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </PagePart>
  )
}

function useColumns(project: string, change: (version: string) => void): FigureColumn<GoldQuestionView>[] {
  const t = useTranslations('goldQuestions.questions')
  const kinds = useKindName()
  const inWords = useBothLanguages()
  const format = useFormatter()
  return [
    {
      id: 'draft',
      label: t('draft'),
      cell: (row) => <Titled project={project} row={row} />,
      plain: ({ title, versionNumber }) => `${inWords(title)} v${versionNumber}`,
    },
    { id: 'kind', label: t('kind'), cell: ({ kind }) => kinds(kind), plain: ({ kind }) => kind },
    {
      id: 'expected',
      label: t('expected'),
      cell: ({ verdict }) => <StatusBadge status={VERDICT_STATUS[verdict]} />,
      plain: ({ verdict }) => verdict,
    },
    {
      ...{ id: 'answered', label: t('answered'), isNumber: true },
      cell: ({ answered }) => format.number(answered),
      plain: ({ answered }) => answered,
    },
    {
      ...{ id: 'agreed', label: t('agreed'), isNumber: true },
      cell: ({ answered, right }) =>
        answered === 0
          ? '–'
          : t('share', {
              right: format.number(right),
              percent: format.number(right / answered, { style: 'percent' }),
            }),
      plain: ({ right }) => right,
    },
    {
      id: 'note',
      label: t('note'),
      cell: ({ note }) => (
        <span className="block max-w-64 truncate text-muted" title={note}>
          {note || '–'}
        </span>
      ),
      plain: ({ note }) => note,
    },
    {
      id: 'change',
      label: '',
      cell: ({ versionId, title }) => (
        <IconButton
          icon={PencilLine}
          size="sm"
          label={t('change', { title: inWords(title) })}
          onClick={() => change(versionId)}
        />
      ),
      plain: () => null,
    },
  ]
}

function Titled({ project, row }: { project: string; row: GoldQuestionView }) {
  const t = useTranslations('goldQuestions.questions')
  const inWords = useBothLanguages()
  const title = inWords(row.title)
  const href = `/p/${project}/library?state=all&artifact=${row.artifactId}`
  return (
    <span className="inline-flex items-center gap-2">
      <span className="block max-w-72 truncate" title={title}>
        {row.kind === 'record' ? title : <TextLink href={href}>{title}</TextLink>}
      </span>
      <span className="text-muted">{`v${row.versionNumber}`}</span>
      {row.state !== 'live' && <Badge tone="waiting">{t(`states.${row.state}`)}</Badge>}
    </span>
  )
}
