'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CorpusLabels } from '@/components/corpora/label-book'
import { cn } from '@/components/ui/cn'
import { LabelTag } from '@/components/ui/label-hue'
import { type LibraryKind, libraryKinds } from '@/lib/artifacts/model'
import type { LibraryFacets } from '@/lib/library/schema'

type Props = {
  facets: LibraryFacets | undefined
  corpora: readonly string[]
  kind: LibraryKind | undefined
  label: string | undefined
  onChange: (chosen: { kind?: LibraryKind | null; label?: string | null }) => void
  className?: string
}

/** The kinds and labels of the library with how many of each; one of each can be chosen. */
export function LibraryFacetList({ facets, corpora, kind, label, onChange, className }: Props) {
  const t = useTranslations('library')
  const all = Object.values(facets?.kinds ?? {}).reduce((sum, count) => sum + count, 0)
  const labels = facets?.labels ?? []
  const isListed = label === undefined || labels.some((one) => one.label === label)
  return (
    <nav aria-label={t('facets.title')} className={cn('flex flex-col gap-4 overflow-y-auto p-2', className)}>
      <Facet title={t('columns.kind')}>
        <Choice
          name={t('allKinds')}
          count={facets && all}
          chosen={!kind}
          onChoose={() => onChange({ kind: null })}
        />
        {libraryKinds.map((one) => (
          <Choice
            key={one}
            name={t(`kinds.${one}`)}
            count={facets && (facets.kinds[one] ?? 0)}
            chosen={one === kind}
            onChoose={() => onChange({ kind: one === kind ? null : one })}
          />
        ))}
      </Facet>
      {(labels.length > 0 || label) && (
        <Facet title={t('facets.labels')}>
          <CorpusLabels of={corpora}>
            {[...(isListed ? [] : [{ label: label!, count: 0 }]), ...labels].map((one) => (
              <Choice
                key={one.label}
                name={<LabelTag label={one.label} />}
                count={one.count}
                chosen={one.label === label}
                onChoose={() => onChange({ label: one.label === label ? null : one.label })}
              />
            ))}
          </CorpusLabels>
        </Facet>
      )}
    </nav>
  )
}

function Facet({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col">
      <h2 className="px-2 pb-1 text-muted text-xs">{title}</h2>
      {children}
    </section>
  )
}

type ChoiceProps = { name: ReactNode; count: number | undefined; chosen: boolean; onChoose: () => void }

function Choice({ name, count, chosen, onChoose }: ChoiceProps) {
  const format = useFormatter()
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      className="flex h-7 w-full shrink-0 items-center gap-2 rounded-md px-2 text-left hover:bg-hover aria-pressed:bg-hover aria-pressed:font-medium"
    >
      <span className="min-w-0 flex-1 truncate">{name}</span>
      <span className="font-normal text-muted text-xs tabular-nums">
        {count !== undefined && format.number(count)}
      </span>
    </button>
  )
}
