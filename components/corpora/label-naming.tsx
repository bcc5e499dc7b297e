'use client'

import { useQuery } from '@tanstack/react-query'
import { WandSparkles } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { LabelNameRow } from '@/components/corpora/label-name-row'
import { labelNamesQuery } from '@/components/corpora/label-names.query'
import { type NamingState, useLabelNaming } from '@/components/corpora/use-label-naming'
import { Button } from '@/components/ui/button'
import { ErrorLine, ErrorState } from '@/components/ui/error-state'
import { useScreenKeys } from '@/components/ui/screen-keys'
import { Skeleton } from '@/components/ui/skeleton'
import type { NamedLabel } from '@/lib/corpora/label-names/schema'
import { phraseLanguages } from '@/lib/tasks/model'

type Props = {
  project: string
  corpus: string
  state: NamingState
  onState: (state: NamingState) => void
}

/** How people read the labels of a corpus, in both languages. */
export function LabelNaming(props: Props) {
  const t = useTranslations('corpora.naming')
  const { data, isPending, error, refetch } = useQuery(labelNamesQuery(props.project, props.corpus))
  return (
    <section className="flex max-w-3xl flex-col gap-2" aria-labelledby="label-naming">
      <h2 id="label-naming" className="font-semibold">
        {t('title')}
      </h2>
      <p className="text-muted">{t('text')}</p>
      {isPending && <Skeleton className="h-24" width="100%" />}
      {error && !data && <ErrorState error={error} retry={() => refetch()} />}
      {data && data.items.length === 0 && <p className="text-muted">{t('none')}</p>}
      {data && data.items.length > 0 && <Names {...props} items={data.items} />}
    </section>
  )
}

type Naming = ReturnType<typeof useLabelNaming>

/** Rows at first, and how many more each time. */
const SHOWN = 60

function Names({ items, ...given }: Props & { items: readonly NamedLabel[] }) {
  const t = useTranslations('corpora.naming')
  const naming = useLabelNaming({ ...given, items })
  const [size, setSize] = useState(SHOWN)
  useScreenKeys([{ keys: 'Mod+Enter', label: t('save'), run: naming.save, whileTyping: true }])
  const unseen = naming.changes.some(({ label }) => items.slice(size).some((item) => item.label === label))
  return (
    <>
      <Suggestions naming={naming} />
      <div
        aria-hidden
        className="grid grid-cols-[minmax(7rem,14rem)_minmax(0,1fr)_minmax(0,1fr)] gap-x-3 pt-1 font-medium text-muted text-xs max-sm:grid-cols-2"
      >
        <span className="max-sm:hidden">{t('label')}</span>
        {phraseLanguages.map((language) => (
          <span key={language}>{t(`languages.${language}`)}</span>
        ))}
      </div>
      <ul className="flex flex-col">
        {items.slice(0, unseen ? items.length : size).map((item) => (
          <LabelNameRow
            key={item.label}
            item={item}
            words={naming.wordsOf(item)}
            clashes={naming.clashes.filter(({ labels }) => labels.includes(item.label))}
            onType={(language, words) => naming.type(item, language, words)}
          />
        ))}
      </ul>
      {!unseen && size < items.length && (
        <Button size="sm" className="self-start" onClick={() => setSize(size + 2 * SHOWN)}>
          {t('more', { count: items.length - size })}
        </Button>
      )}
      <SaveBar naming={naming} />
    </>
  )
}

function Suggestions({ naming }: { naming: Naming }) {
  const t = useTranslations('corpora.naming')
  if (naming.canUnfill)
    return (
      <p className="flex flex-wrap items-center gap-2">
        <Button size="sm" onClick={naming.unfill}>
          {t('unfill')}
        </Button>
        <span className="text-muted text-xs">{t('filled')}</span>
      </p>
    )
  return (
    <p className="flex flex-wrap items-center gap-2">
      <Button size="sm" disabled={naming.suggestions === 0} onClick={naming.fillIn}>
        <WandSparkles aria-hidden /> {t('suggest')}
      </Button>
      <span className="text-muted text-xs">{t('suggestions', { count: naming.suggestions })}</span>
    </p>
  )
}

/** What is not saved yet, and the way back. It stays in sight while the rows are gone through. */
function SaveBar({ naming }: { naming: Naming }) {
  const t = useTranslations('corpora.naming')
  const { changes, clashes, error, isSaving, isSaved, isUndone } = naming
  if (changes.length === 0 && !isSaved && !isUndone && !error) return <p role="status" className="sr-only" />
  return (
    <div className="sticky -bottom-4 z-10 flex flex-wrap items-center gap-2 bg-canvas py-2">
      {changes.length > 0 && (
        <>
          <Button variant="primary" busy={isSaving} disabled={clashes.length > 0} onClick={naming.save}>
            {t('save')}
          </Button>
          <Button variant="quiet" disabled={isSaving} onClick={naming.discard}>
            {t('discard')}
          </Button>
        </>
      )}
      <p role="status" className="text-muted">
        {changes.length > 0
          ? t(clashes.length > 0 ? 'clashing' : 'unsaved', { count: changes.length })
          : t(isUndone ? 'undone' : 'saved')}
      </p>
      {isSaved && (
        <Button size="sm" busy={isSaving} onClick={naming.undo}>
          {t('undo')}
        </Button>
      )}
      <ErrorLine error={error} className="basis-full" />
    </div>
  )
}
