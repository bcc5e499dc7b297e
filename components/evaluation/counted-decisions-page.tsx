'use client'

import { ListChecks } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { parseAsInteger, parseAsIsoDate, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useCountedDecisions } from '@/components/evaluation/evaluation.query'
import { FigureLink } from '@/components/evaluation/figure-link'
import { KindSelect } from '@/components/evaluation/kind-select'
import { QualityHead } from '@/components/evaluation/quality-head'
import { artifactHref } from '@/components/evaluation/rows-href'
import { useKindName } from '@/components/evaluation/use-kind-name'
import { useProject } from '@/components/projects/current-project'
import { GoldRowMark } from '@/components/reviews/gold/gold-mark'
import { useBothLanguages } from '@/components/reviews/use-title'
import { Button } from '@/components/ui/button'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { rowsOf } from '@/components/ui/keyset'
import { Select } from '@/components/ui/select'
import { StatusBadge } from '@/components/ui/status-badge'
import { TimeAgo } from '@/components/ui/time-ago'
import { Toolbar } from '@/components/ui/toolbar'
import { artifactKinds, authorKinds } from '@/lib/artifacts/model'
import { dayOf } from '@/lib/evaluation/model'
import { type CountedDecision, countedVerdicts } from '@/lib/evaluation/schema'
import { reasonCodes } from '@/lib/reviews/model'

const ALL = 'all'
const STATUS = { approve: 'approved', edit: 'edited', reject: 'rejected', skip: 'skipped' } as const

/** The decisions behind a figure: what the address asks for, newest first. */
export function CountedDecisionsPage({ project }: { project: string }) {
  const t = useTranslations('evaluation.rows')
  const verdicts = useTranslations('evaluation.verdictsAsked')
  const [asked, ask] = useQueryStates({
    from: parseAsIsoDate,
    to: parseAsIsoDate,
    kind: parseAsStringLiteral(artifactKinds),
    person: parseAsString,
    verdict: parseAsStringLiteral(countedVerdicts),
    reason: parseAsStringLiteral(reasonCodes),
    authorKind: parseAsStringLiteral(authorKinds),
    author: parseAsString,
    model: parseAsString,
    prompt: parseAsString,
    promptVersion: parseAsInteger,
  })
  const { from, to, ...rest } = asked
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null))
  const decisions = useCountedDecisions(project, {
    ...given,
    ...(from && { from: dayOf(from) }),
    ...(to && { to: dayOf(to) }),
  })
  const columns = useColumns(project)
  return (
    <>
      <QualityHead project={project} at="decisions" />
      <Toolbar
        end={
          Object.values(asked).some((value) => value !== null) && (
            <Button size="sm" variant="quiet" onClick={() => ask(null)}>
              {t('clear')}
            </Button>
          )
        }
      >
        <Select
          size="sm"
          label={t('verdict')}
          value={asked.verdict ?? ALL}
          onChange={(verdict) => ask({ verdict: verdict === ALL ? null : verdict })}
          options={([ALL, ...countedVerdicts] as const).map((value) => ({ value, label: verdicts(value) }))}
        />
        <KindSelect kind={asked.kind} onKind={(kind) => ask({ kind })} />
        <Told asked={asked} />
      </Toolbar>
      {decisions.error && !decisions.data ? (
        <ErrorState error={decisions.error} retry={() => decisions.refetch()} />
      ) : (
        <DataTable
          name="counted-decisions"
          label={t('title')}
          rows={rowsOf(decisions.data)}
          columns={columns}
          rowId={({ id }) => id}
          loading={decisions.isPending}
          hasMore={decisions.hasNextPage}
          loadingMore={decisions.isFetchingNextPage}
          loadMore={decisions.fetchNextPage}
          empty={
            <EmptyState icon={ListChecks} title={t('empty')}>
              {t('emptyText')}
            </EmptyState>
          }
        />
      )}
    </>
  )
}

/** What the address asks for beyond the two fields before it. */
function Told({
  asked,
}: {
  asked: {
    from: Date | null
    to: Date | null
    reason: string | null
    model: string | null
    author: string | null
    prompt: string | null
    promptVersion: number | null
  }
}) {
  const reasons = useTranslations('reviews.reasons')
  const format = useFormatter()
  const day = (date: Date) => format.dateTime(date, { timeZone: 'UTC', dateStyle: 'medium' })
  const parts = [
    asked.from &&
      asked.to &&
      (day(asked.from) === day(asked.to) ? day(asked.from) : `${day(asked.from)} – ${day(asked.to)}`),
    asked.reason && reasons(asked.reason as never),
    asked.model || asked.author,
    asked.prompt && `${asked.prompt}@${asked.promptVersion}`,
  ].filter(Boolean)
  return <span className="text-muted text-xs">{parts.join(' · ')}</span>
}

function useColumns(project: string): Column<CountedDecision>[] {
  const t = useTranslations('evaluation.rows')
  const kinds = useKindName()
  const reasons = useTranslations('reviews.reasons')
  const inWords = useBothLanguages()
  const format = useFormatter()
  const { allows } = useProject()
  const gold = useTranslations('goldQuestions')
  const goldColumn: Column<CountedDecision> = {
    ...{ id: 'gold', label: gold('dialog.mark'), width: '2.75rem', align: 'end', from: 'md', bare: true },
    cell: ({ kind, verdict, versionId, title }) =>
      kind !== 'node' && verdict !== 'skip' && <GoldRowMark version={versionId} title={inWords(title)} />,
  }
  return [
    {
      id: 'title',
      label: t('draft'),
      cell: ({ title, artifactId, kind, versionNumber }) => (
        <>
          {kind === 'record' ? (
            inWords(title)
          ) : (
            <FigureLink href={artifactHref(project, kind, artifactId)}>{inWords(title)}</FigureLink>
          )}
          <span className="pl-1.5 text-muted text-xs">{t('version', { number: versionNumber })}</span>
        </>
      ),
    },
    { id: 'kind', label: t('kind'), width: '7rem', from: 'lg', cell: ({ kind }) => kinds(kind) },
    {
      id: 'verdict',
      label: t('verdict'),
      width: '7rem',
      cell: ({ verdict }) => <StatusBadge status={STATUS[verdict]} />,
    },
    {
      id: 'reason',
      label: t('reason'),
      width: '12rem',
      from: 'md',
      cell: ({ reasonCode, comment }) =>
        [reasonCode && reasons(reasonCode).replace(/…$/, ''), comment].filter(Boolean).join(' · '),
    },
    {
      id: 'reviewer',
      label: t('reviewer'),
      width: '9rem',
      from: 'md',
      cell: ({ reviewer }) => reviewer ?? t('somebody'),
    },
    {
      id: 'seconds',
      label: t('seconds'),
      width: '5.5rem',
      align: 'end',
      from: 'lg',
      cell: ({ elapsedMs }) =>
        elapsedMs > 0 ? format.number(elapsedMs / 1000, { maximumFractionDigits: 1 }) : '–',
    },
    {
      id: 'at',
      label: t('at'),
      width: '6rem',
      align: 'end',
      cell: ({ createdAt }) => <TimeAgo at={createdAt} />,
    },
    ...(allows('lead') ? [goldColumn] : []),
  ]
}
