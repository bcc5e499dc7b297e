'use client'

import { ListFilter, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SavedFilters } from '@/components/library/saved-filters'
import type { LibraryView } from '@/components/library/use-library-filter'
import { Button } from '@/components/ui/button'
import { Menu, MenuChoice } from '@/components/ui/menu'
import { SearchField } from '@/components/ui/search-field'
import { Select } from '@/components/ui/select'
import { Toolbar } from '@/components/ui/toolbar'
import type { WritingCorpus } from '@/components/writing/writing-dialog'
import { type LibraryFacets, libraryStates } from '@/lib/library/schema'

const ANY = 'any'

type Props = {
  project: string
  view: LibraryView
  corpora: readonly WritingCorpus[]
  people: LibraryFacets['people']
  /** Filters that stand elsewhere where there is room. */
  narrow: ReactNode
  end: ReactNode
}

/** Search and filters of the library. What is seldom asked for is in a menu, and shown as a chip once it is. */
export function LibraryToolbar({ project, view, corpora, people, narrow, end }: Props) {
  const t = useTranslations('library')
  const { filter, setFilter } = view
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? id
  const corpusOf = (id: string) => corpora.find((corpus) => corpus.id === id)?.name ?? id
  const yesOrNo = (name: 'used' | 'stale') => [
    { value: ANY, label: t('facets.any') },
    { value: 'yes', label: t(`facets.${name}.yes`) },
    { value: 'no', label: t(`facets.${name}.no`) },
  ]
  const chips = [
    filter.label && { key: 'label', text: filter.label, className: 'lg:hidden' },
    filter.corpus && { key: 'corpus', text: corpusOf(filter.corpus) },
    filter.decidedBy && { key: 'decidedBy', text: t('facets.by', { name: nameOf(filter.decidedBy) }) },
    filter.used && { key: 'used', text: t(`facets.used.${filter.used}`) },
    filter.stale && { key: 'stale', text: t(`facets.stale.${filter.stale}`) },
  ].filter((chip) => chip !== undefined && chip !== '')
  const or = (value: string) => (value === ANY ? null : value)
  return (
    <Toolbar end={end}>
      <SearchField
        label={t('search')}
        value={filter.q ?? ''}
        onChange={(q) => setFilter({ q: q || null })}
        className="max-sm:w-full"
      />
      {narrow}
      <Select
        size="sm"
        label={t('columns.state')}
        value={filter.state ?? 'approved'}
        onChange={(state) => setFilter({ state })}
        options={libraryStates.map((value) => ({ value, label: t(`states.${value}`) }))}
      />
      <Menu
        trigger={
          <Button size="sm" variant="quiet">
            <ListFilter aria-hidden />
            {t('facets.filter')}
          </Button>
        }
      >
        <MenuChoice
          label={t('columns.corpus')}
          value={filter.corpus ?? ANY}
          onChange={(corpus) => setFilter({ corpus: or(corpus) })}
          options={[
            { value: ANY, label: t('allCorpora') },
            ...corpora.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {people.length > 0 && (
          <MenuChoice
            label={t('columns.decidedBy')}
            value={filter.decidedBy ?? ANY}
            onChange={(decidedBy) => setFilter({ decidedBy: or(decidedBy) })}
            options={[
              { value: ANY, label: t('facets.any') },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        {(['used', 'stale'] as const).map((name) => (
          <MenuChoice
            key={name}
            label={t(`facets.${name}.title`)}
            value={filter[name] ?? ANY}
            onChange={(value) => setFilter({ [name]: or(value) })}
            options={yesOrNo(name)}
          />
        ))}
      </Menu>
      <SavedFilters project={project} view={view} />
      {chips.map((chip) => (
        <button
          key={chip.key}
          type="button"
          onClick={() => setFilter({ [chip.key]: null })}
          className={`inline-flex h-6 max-w-48 items-center gap-1 rounded-md bg-accent-soft px-2 text-accent-text text-xs ${'className' in chip ? chip.className : ''}`}
        >
          <span className="truncate">{chip.text}</span>
          <X className="size-3 shrink-0" aria-hidden />
          <span className="sr-only">{t('facets.without')}</span>
        </button>
      ))}
    </Toolbar>
  )
}
