'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { confusionsQuery, useChooseConfusions } from '@/components/corpora/confusions.query'
import { ErrorLine, ErrorState } from '@/components/ui/error-state'
import { IconButton } from '@/components/ui/icon-button'
import { LabelTag, useNameOf } from '@/components/ui/label-hue'
import { Menu, MenuItem } from '@/components/ui/menu'
import { Skeleton } from '@/components/ui/skeleton'
import type { ConfusionView } from '@/lib/corpora/schema'

type Props = { project: string; corpus: string; canLead: boolean }

/** Which labels are taken for which: what instructions ask for beside the labels of the gold. A lead may change it. */
export function ConfusionTable({ project, corpus, canLead }: Props) {
  const t = useTranslations('corpora.confusions')
  const confusions = useQuery(confusionsQuery(project, corpus))
  const choose = useChooseConfusions(project, corpus)
  if (confusions.isError) return <ErrorState error={confusions.error} retry={() => confusions.refetch()} />
  return (
    <section className="flex max-w-3xl flex-col gap-2" aria-labelledby="confusions">
      <h2 id="confusions" className="font-semibold">
        {t('title')}
      </h2>
      <p className="text-muted">{t('text')}</p>
      <ErrorLine error={choose.error} />
      {confusions.isPending && <Skeleton className="h-4" width="60%" />}
      <ul className="flex flex-col" aria-busy={choose.isPending}>
        {confusions.data?.items.map((row) => (
          <Row
            key={row.label}
            row={row}
            labels={confusions.data.items.map(({ label }) => label)}
            onChoose={canLead ? (others) => choose.mutate({ label: row.label, others }) : undefined}
          />
        ))}
      </ul>
    </section>
  )
}

function whyOf(t: ReturnType<typeof useTranslations<'corpora.confusions'>>, count: number | null): string {
  if (count === null) return t('added')
  return count > 0 ? t('seen', { count }) : t('named')
}

type RowProps = { row: ConfusionView; labels: string[]; onChoose?: (others: string[]) => void }

function Row({ row, labels, onChoose }: RowProps) {
  const t = useTranslations('corpora.confusions')
  const nameOf = useNameOf()
  const of = nameOf(row.label)
  const others = row.others.map(({ label }) => label)
  const free = labels.filter((label) => label !== row.label && !others.includes(label))
  return (
    <li className="hairline-b grid grid-cols-[minmax(7rem,14rem)_minmax(0,1fr)_auto] items-start gap-3 py-1.5 max-sm:grid-cols-[minmax(0,1fr)_auto]">
      <span className="max-sm:col-span-2">
        <LabelTag label={row.label} />
      </span>
      <span className="flex flex-wrap gap-1.5">
        {others.length === 0 && <span className="text-muted">{t('none')}</span>}
        {row.others.map(({ label, count }) => (
          <span key={label} className="inline-flex items-center" title={whyOf(t, count)}>
            <LabelTag label={label} count={count || undefined} />
            {onChoose && (
              <IconButton
                icon={X}
                size="sm"
                label={t('remove', { label: nameOf(label), of })}
                onClick={() => onChoose(others.filter((one) => one !== label))}
              />
            )}
          </span>
        ))}
      </span>
      {onChoose && free.length > 0 && (
        <Menu trigger={<IconButton icon={Plus} size="sm" label={t('add', { of })} />}>
          {free.map((label) => (
            <MenuItem key={label} onSelect={() => onChoose([...others, label])}>
              {nameOf(label)}
            </MenuItem>
          ))}
        </Menu>
      )}
    </li>
  )
}
