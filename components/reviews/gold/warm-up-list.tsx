'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useKindName } from '@/components/evaluation/use-kind-name'
import { type FigureColumn, FigureTable } from '@/components/models/figure-table'
import { PagePart } from '@/components/models/page-part'
import { useEndWarmUp } from '@/components/reviews/gold/gold.query'
import { Badge, type Tone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import { TimeAgo } from '@/components/ui/time-ago'
import type { WarmUpState } from '@/lib/reviews/gold/model'
import type { WarmUpOf } from '@/lib/reviews/gold/schema'

const TONES: Record<WarmUpState, Tone> = {
  warming: 'waiting',
  passed: 'approved',
  failed: 'rejected',
  waved: 'neutral',
  experienced: 'neutral',
}

/** Who warms up, who is through and who waits for a lead. */
export function WarmUpList({ project, warmUps }: { project: string; warmUps: readonly WarmUpOf[] }) {
  const t = useTranslations('goldQuestions.warmUps')
  const end = useEndWarmUp(project)
  const columns = useColumns(end)
  return (
    <PagePart title={t('title')}>
      <p className="text-muted text-xs">{t('text')}</p>
      <ErrorLine error={end.error} />
      {warmUps.length > 0 ? (
        <FigureTable
          name={t('title')}
          rows={warmUps}
          rowId={({ person, kind }) => `${person} ${kind}`}
          columns={columns}
        />
      ) : (
        <p className="text-muted">{t('none')}</p>
      )}
    </PagePart>
  )
}

function useColumns(end: ReturnType<typeof useEndWarmUp>): FigureColumn<WarmUpOf>[] {
  const t = useTranslations('goldQuestions.warmUps')
  const kinds = useKindName()
  const format = useFormatter()
  return [
    { id: 'person', label: t('person'), cell: ({ name }) => name, plain: ({ name }) => name },
    { id: 'kind', label: t('kind'), cell: ({ kind }) => kinds(kind), plain: ({ kind }) => kind },
    {
      id: 'state',
      label: t('state'),
      cell: ({ state, endedBy }) => (
        <span className="inline-flex items-center gap-2">
          <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>
          {endedBy && <span className="text-muted">{t('by', { name: endedBy })}</span>}
        </span>
      ),
      plain: ({ state }) => state,
    },
    {
      ...{ id: 'answered', label: t('answered'), isNumber: true },
      cell: ({ answered, asked }) => t('of', { some: format.number(answered), all: format.number(asked) }),
      plain: ({ answered }) => answered,
    },
    {
      ...{ id: 'right', label: t('right'), isNumber: true },
      cell: ({ right, bar }) => t('ofBar', { right: format.number(right), bar: format.number(bar) }),
      plain: ({ right }) => right,
    },
    {
      ...{ id: 'round', label: t('round'), isNumber: true },
      cell: ({ round }) => format.number(round),
      plain: ({ round }) => round,
    },
    {
      ...{ id: 'since', label: t('since'), isNumber: true },
      cell: ({ startedAt, endedAt }) => <TimeAgo at={endedAt ?? startedAt} />,
      plain: ({ startedAt, endedAt }) => endedAt ?? startedAt,
    },
    {
      id: 'deeds',
      label: '',
      cell: (row) => <Deeds row={row} end={end} />,
      plain: () => null,
    },
  ]
}

function Deeds({ row, end }: { row: WarmUpOf; end: ReturnType<typeof useEndWarmUp> }) {
  const t = useTranslations('goldQuestions.warmUps')
  const { kind, person: user, name, state } = row
  if (state !== 'warming' && state !== 'failed') return null
  const isBusy = end.isPending && end.variables.user === user && end.variables.kind === kind
  return (
    <span className="inline-flex gap-2">
      <Button
        size="sm"
        disabled={isBusy}
        aria-label={t('waveWhom', { name })}
        onClick={() => end.mutate({ kind, user, how: 'wave' })}
      >
        {t('wave')}
      </Button>
      <Button
        size="sm"
        disabled={isBusy}
        aria-label={t('repeatWhom', { name })}
        onClick={() => end.mutate({ kind, user, how: 'repeat' })}
      >
        {t('repeat')}
      </Button>
    </span>
  )
}
