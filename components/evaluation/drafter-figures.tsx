'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { DashboardFilter } from '@/components/evaluation/evaluation.query'
import { FigureLink } from '@/components/evaluation/figure-link'
import { decisionsHref } from '@/components/evaluation/rows-href'
import { type FigureColumn, FigureTable } from '@/components/models/figure-table'
import { PagePart } from '@/components/models/page-part'
import { ShareBar } from '@/components/models/share-bar'
import type { DrafterFigures as Figures } from '@/lib/evaluation/schema'

type Props = { project: string; drafters: readonly Figures[]; filter: DashboardFilter }

/** Whose drafts are accepted, and how much of them is changed: by drafter and version of the prompt. */
export function DrafterFigures({ project, drafters, filter }: Props) {
  const t = useTranslations('evaluation.drafters')
  const format = useFormatter()
  const nameOf = useDrafterName()
  const percent = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 0 })
  const rowsOf = (row: Figures, verdict?: string) => {
    const { authorKind, author, model, prompt, promptVersion } = row
    return decisionsHref(project, { ...filter, verdict, authorKind, author, model, prompt, promptVersion })
  }
  const count = (
    id: 'decided' | 'approved' | 'edited' | 'rejected',
    verdict?: string,
  ): FigureColumn<Figures> => ({
    ...{ id, label: t(id), isNumber: true, plain: (row) => row[id] },
    cell: (row) => <FigureLink href={rowsOf(row, verdict)}>{format.number(row[id])}</FigureLink>,
  })
  const columns: FigureColumn<Figures>[] = [
    { id: 'drafter', label: t('drafter'), cell: nameOf, plain: ({ author, model }) => model || author },
    {
      id: 'prompt',
      label: t('prompt'),
      cell: ({ prompt, promptVersion }) => (prompt ? `${prompt}@${promptVersion}` : '–'),
      plain: ({ prompt, promptVersion }) => (prompt ? `${prompt}@${promptVersion}` : null),
    },
    count('decided'),
    count('approved', 'approve'),
    count('edited', 'edit'),
    count('rejected', 'reject'),
    {
      id: 'acceptance',
      label: t('acceptance'),
      cell: ({ acceptance, acceptanceLow, acceptanceHigh }) =>
        acceptance === null ? (
          '–'
        ) : (
          <ShareBar
            className="w-40"
            label={t('interval', {
              share: percent(acceptance),
              low: percent(acceptanceLow ?? 0),
              high: percent(acceptanceHigh ?? 1),
            })}
            {...{ text: percent(acceptance), share: acceptance, low: acceptanceLow, high: acceptanceHigh }}
          />
        ),
      plain: ({ acceptance }) => acceptance,
    },
    {
      id: 'editDistance',
      label: t('editDistance'),
      cell: ({ editDistance }) =>
        editDistance === null ? (
          '–'
        ) : (
          <ShareBar
            className="w-40"
            label={percent(editDistance)}
            text={percent(editDistance)}
            share={editDistance}
          />
        ),
      plain: ({ editDistance }) => editDistance,
    },
  ]
  return (
    <PagePart title={t('title')}>
      <p className="text-muted text-xs">{t('text')}</p>
      {drafters.length === 0 ? (
        <p className="text-muted">{t('empty')}</p>
      ) : (
        <FigureTable
          name={t('title')}
          rows={drafters}
          rowId={({ authorKind, author, model, prompt, promptVersion }) =>
            [authorKind, author, model, prompt, promptVersion].join('/')
          }
          columns={columns}
        />
      )}
    </PagePart>
  )
}

function useDrafterName(): (row: Figures) => string {
  const t = useTranslations('evaluation.drafters')
  const names = useTranslations('projects.activity.actors')
  return ({ authorKind, author, model }) => {
    if (authorKind === 'person') return t('people')
    if (authorKind === 'model') return model || author
    const miner = author.replace(/\/.*$/, '')
    return names.has(miner as never) ? names(miner as never) : author
  }
}
