'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { InstanceFilter } from '@/components/corpora/instance-filter'
import { useClassNames } from '@/components/corpora/use-class-names'
import { cn } from '@/components/ui/cn'
import { LabelTag, useNameOf } from '@/components/ui/label-hue'
import { SearchField } from '@/components/ui/search-field'
import type { CorpusView } from '@/lib/corpora/schema'

type Props = {
  corpus: CorpusView
  filter: InstanceFilter
  onChange: (filter: Partial<InstanceFilter>) => void
}

/** The labels that occur most; the others are chosen on the tab that lists them all. */
const LABELS_SHOWN = 100

/** What is asked of the instances: words, a label, and whatever a number of the overview asked for. */
export function InstanceFilters({ corpus, filter, onChange }: Props) {
  const t = useTranslations('survey.filters')
  const shown = corpus.labels.filter(({ label }, at) => at < LABELS_SHOWN || label === filter.label)
  const choose = (label: string | null) =>
    onChange({ label: label === filter.label ? null : label, otherLabel: null })
  return (
    <div className="hairline-b flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-2">
      <SearchField label={t('search')} value={filter.q ?? ''} onChange={(q) => onChange({ q: q || null })} />
      <Chosen filter={filter} onChange={onChange} />
      {shown.length > 0 && (
        <div
          role="toolbar"
          aria-label={t('labels')}
          className="flex min-w-0 basis-full gap-1.5 overflow-x-auto lg:flex-1 lg:basis-0"
        >
          {shown.map(({ label, instances }) => (
            <button
              key={label}
              type="button"
              aria-pressed={filter.label === label}
              onClick={() => choose(label)}
              className={cn(
                'flex h-6 shrink-0 items-center rounded-md border border-transparent',
                filter.label === label && 'border-accent',
              )}
            >
              <LabelTag label={label} count={instances} />
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

/** What applies beside the words and the first label: each can be taken away. */
function Chosen({ filter, onChange }: Omit<Props, 'corpus'>) {
  const t = useTranslations('survey')
  const names = useClassNames()
  const nameOf = useNameOf()
  const { otherLabel, problem, length, items, language, ordinal } = filter
  const chosen = [
    ordinal !== null && { name: 'ordinal', words: t('filters.ordinal', { ordinal }) },
    otherLabel !== null && { name: 'otherLabel', words: t('filters.also', { label: nameOf(otherLabel) }) },
    problem !== null && { name: 'problem', words: t(`problems.kinds.${problem}`) },
    length !== null && { name: 'length', words: t('filters.length', { range: names.length(length) }) },
    items !== null && { name: 'items', words: t('filters.items', { range: names.items(items) }) },
    language !== null && { name: 'language', words: names.language(language) },
  ].filter((one) => one !== false)
  return chosen.map(({ name, words }) => (
    <button
      key={name}
      type="button"
      onClick={() => onChange({ [name]: null })}
      aria-label={t('filters.remove', { filter: words })}
      className="inline-flex h-7 items-center gap-1 rounded-md bg-accent-soft px-2 text-accent-text text-xs"
    >
      {words}
      <X className="size-3.5" aria-hidden />
    </button>
  ))
}
