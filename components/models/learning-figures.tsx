'use client'

import { type NumberFormatOptions, useFormatter, useTranslations } from 'next-intl'
import { type FigureColumn, FigureTable } from '@/components/models/figure-table'
import { ShareBar } from '@/components/models/share-bar'
import { isStandInModel } from '@/components/models/stand-in'
import { useMoney } from '@/components/models/use-money'
import { Badge } from '@/components/ui/badge'
import type { LearningRow, LearningView } from '@/lib/artifacts/learning/schema'
import { MICROS } from '@/lib/calls/model'

/** How each drafter's drafts fare: three figures as bars, one row a drafter and kind; all the numbers in the table behind. */
export function LearningFigures({ learning: { rows, currency } }: { learning: LearningView }) {
  const t = useTranslations('models.learning')
  const format = useFormatter()
  const slowest = Math.max(1, ...rows.map(({ secondsPerDecision }) => secondsPerDecision ?? 0))
  const percent = (part: number) => format.number(part, { style: 'percent', maximumFractionDigits: 0 })
  const columns = useColumns(currency)
  return (
    <div className="flex flex-col gap-3">
      <div
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="overflow-x-auto"
      >
        <table aria-label={t('title')} className="w-full min-w-[40rem] border-collapse text-left text-xs">
          <thead className="text-muted">
            <tr>
              {(['drafter', 'decided', 'acceptance', 'edit', 'seconds'] as const).map((id) => (
                <th key={id} scope="col" className="whitespace-nowrap py-1 pr-6 font-normal last:pr-0">
                  {t(`columns.${id}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={keyOf(row)} className="hairline-t">
                <td className="py-1.5 pr-6">
                  <Drafter row={row} />
                </td>
                <td className="py-1.5 pr-6 tabular-nums">{format.number(row.decided)}</td>
                <td className="w-1/5 py-1.5 pr-6">
                  {row.acceptance === null ? (
                    t('none')
                  ) : (
                    <ShareBar
                      label={t('interval', {
                        share: percent(row.acceptance),
                        low: percent(row.acceptanceLow ?? 0),
                        high: percent(row.acceptanceHigh ?? 1),
                      })}
                      text={percent(row.acceptance)}
                      share={row.acceptance}
                      low={row.acceptanceLow}
                      high={row.acceptanceHigh}
                    />
                  )}
                </td>
                <td className="w-1/5 py-1.5 pr-6">
                  {row.editDistance === null ? (
                    t('none')
                  ) : (
                    <ShareBar
                      label={percent(row.editDistance)}
                      text={percent(row.editDistance)}
                      share={row.editDistance}
                    />
                  )}
                </td>
                <td className="w-1/5 py-1.5">
                  {row.secondsPerDecision === null ? (
                    t('none')
                  ) : (
                    <ShareBar
                      label={format.number(row.secondsPerDecision, { maximumFractionDigits: 1 })}
                      text={format.number(row.secondsPerDecision, { maximumFractionDigits: 1 })}
                      share={row.secondsPerDecision / slowest}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <FigureTable isFolded name={t('fares')} rows={rows} rowId={keyOf} columns={columns} />
    </div>
  )
}

function keyOf({ kind, author, prompt, promptVersion, model }: LearningRow): string {
  return [kind, author, prompt, promptVersion, model].join('/')
}

function Drafter({ row }: { row: LearningRow }) {
  const t = useTranslations('models.connections')
  const kinds = useTranslations('library.kind')
  const nameOf = useDrafterName()
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      <span className={row.authorKind === 'model' ? 'font-mono' : 'font-medium'}>{nameOf(row)}</span>
      {row.model && isStandInModel(row.model) && <Badge tone="waiting">{t('standIn')}</Badge>}
      <span className="text-muted">
        {[kinds(row.kind), row.prompt && `${row.prompt}@${row.promptVersion}`].filter(Boolean).join(' · ')}
      </span>
    </span>
  )
}

function useDrafterName(): (row: LearningRow) => string {
  const names = useTranslations('projects.activity.actors')
  return ({ authorKind, author, model }) => {
    if (authorKind !== 'miner') return model ?? author
    const miner = author.replace(/\/.*$/, '')
    return names.has(miner as never) ? names(miner as never) : author
  }
}

function useColumns(currency: string): FigureColumn<LearningRow>[] {
  const t = useTranslations('models.learning.columns')
  const kinds = useTranslations('library.kind')
  const format = useFormatter()
  const money = useMoney(currency)
  const nameOf = useDrafterName()
  const number = (
    id: Parameters<typeof t>[0],
    of: (row: LearningRow) => number | null,
    options: NumberFormatOptions = {},
  ): FigureColumn<LearningRow> => ({
    ...{ id, label: t(id), isNumber: true, plain: of },
    cell: (row) => (of(row) === null ? '–' : format.number(of(row)!, options)),
  })
  const share = { style: 'percent', maximumFractionDigits: 1 } as const
  return [
    {
      id: 'drafter',
      label: t('drafter'),
      cell: (row) =>
        [nameOf(row), row.prompt && `${row.prompt}@${row.promptVersion}`].filter(Boolean).join(' · '),
      plain: (row) =>
        [row.author, row.prompt && `${row.prompt}@${row.promptVersion}`].filter(Boolean).join(' '),
    },
    { id: 'kind', label: t('kind'), cell: ({ kind }) => kinds(kind), plain: ({ kind }) => kind },
    number('drafted', ({ drafted }) => drafted),
    number('decided', ({ decided }) => decided),
    number('approved', ({ approved }) => approved),
    number('edited', ({ edited }) => edited),
    number('rejected', ({ rejected }) => rejected),
    number('acceptance', ({ acceptance }) => acceptance, share),
    number('low', ({ acceptanceLow }) => acceptanceLow, share),
    number('high', ({ acceptanceHigh }) => acceptanceHigh, share),
    number('edit', ({ editDistance }) => editDistance, share),
    number('seconds', ({ secondsPerDecision }) => secondsPerDecision, { maximumFractionDigits: 1 }),
    {
      id: 'cost',
      label: t('cost'),
      isNumber: true,
      cell: ({ cost }) => money(cost),
      plain: ({ cost }) => cost / MICROS,
    },
  ]
}
