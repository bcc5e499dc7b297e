'use client'

import { useQuery } from '@tanstack/react-query'
import { CircleMinus, CirclePlus, X } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { SENTENCES, useSentences, wholeEvidenceQuery } from '@/components/reviews/desk.query'
import { keyOf } from '@/components/reviews/example-list'
import type { ExampleSection } from '@/components/reviews/guideline-text'
import { useDeskKeys } from '@/components/reviews/keys/keys.query'
import { type LabelledThing, labelledThing } from '@/components/reviews/labelled-thing'
import { allRefs, type Selection } from '@/components/reviews/selection'
import { Sentence } from '@/components/reviews/sentence'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import { IconButton } from '@/components/ui/icon-button'
import { Skeleton } from '@/components/ui/skeleton'
import type { GuidelineEvidence, MentionRef } from '@/lib/artifacts/kinds/guideline/evidence'

export type AddExample = (section: ExampleSection, ref: MentionRef) => void

type Props = {
  project: string
  corpus: string
  version: string
  evidence: GuidelineEvidence
  /** Null: the sample over the whole corpus. */
  shown: Selection | null
  onAll: () => void
  onAdd?: AddExample
}

/** The sentences behind a figure or a claim, a page at a time. */
export function SentenceList(props: Props) {
  const t = useTranslations('reviews.evidence')
  const { shown, evidence } = props
  const [wanted, setWanted] = useState<string | null>(null)
  const isWanted = shown !== null && wanted === shown.key
  const whole = useQuery({ ...wholeEvidenceQuery(props.project, props.version), enabled: isWanted })
  const refs = shown
    ? isWanted && whole.data
      ? allRefs(whole.data.evidence, shown)
      : shown.refs
    : evidence.sample
  const count = shown?.count ?? evidence.mentions
  const thing = labelledThing(evidence.form)
  return (
    <section
      aria-label={shown?.title ?? t('showing.sample', { thing })}
      className="hairline-t flex min-h-0 flex-1 flex-col"
    >
      <SentenceHeading
        thing={thing}
        shown={shown}
        count={count}
        available={refs.length}
        onAll={props.onAll}
      />
      <SentencePages
        key={shown?.key ?? 'sample'}
        {...props}
        refs={refs}
        error={whole.error}
        onWant={shown && !whole.data && refs.length < count ? () => setWanted(shown.key) : undefined}
      />
    </section>
  )
}

function SentenceHeading(props: {
  thing: LabelledThing
  shown: Selection | null
  count: number
  available: number
  onAll: () => void
}) {
  const t = useTranslations('reviews.evidence')
  const format = useFormatter()
  const keyOf = useDeskKeys()
  const { thing, shown, count, available } = props
  const size =
    available < count
      ? t('shown', { shown: format.number(available), count: format.number(count) })
      : format.number(count)
  return (
    <div className="flex min-h-9 items-center gap-2 px-4 py-1">
      <p className="min-w-0 flex-1 truncate" title={shown?.title}>
        {shown?.title ?? t('showing.sample', { thing })}
        <span className="text-muted text-xs"> · {size}</span>
      </p>
      {shown && (
        <IconButton
          icon={X}
          label={t('backToAll', { thing })}
          keys={keyOf('all')}
          size="sm"
          onClick={props.onAll}
        />
      )}
    </div>
  )
}

type PageProps = Props & {
  refs: readonly MentionRef[]
  error: unknown
  /** Reads the mentions that are not here yet. */
  onWant?: (() => void) | undefined
}

function SentencePages(props: PageProps) {
  const t = useTranslations('reviews.evidence')
  const [size, setSize] = useState(SENTENCES)
  const page = props.refs.slice(0, size)
  const ordinals = page.map(({ ordinal }) => ordinal)
  const { sentences, error } = useSentences(props.project, props.corpus, ordinals)
  // Sentences come together: rows that grew one by one would push each other down.
  const nothingYet = !error && ordinals.every((ordinal) => !sentences.has(ordinal))
  const shownRefs = nothingYet ? [] : page
  return (
    <div
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling part must be reachable from the keyboard
      tabIndex={0}
      data-sentences
      className="min-h-0 flex-1 overflow-y-auto px-4 pb-4 outline-offset-[-2px]"
    >
      <ErrorLine error={error ?? props.error} />
      {nothingYet && <SentencesSkeleton />}
      <ol>
        {shownRefs.map((ref) => (
          <li
            key={keyOf(ref)}
            className="grid grid-cols-[2.25rem_1fr] py-1 [contain-intrinsic-size:auto_3.5rem] [content-visibility:auto] lg:grid-cols-[3.25rem_1fr]"
          >
            <span
              className="pt-1 font-mono text-2xs text-muted"
              title={t('ordinal', { ordinal: ref.ordinal })}
            >
              {ref.ordinal}
              {props.onAdd && <AddButtons mention={ref} onAdd={props.onAdd} />}
            </span>
            <div className="reading">
              <Sentence sentence={sentences.get(ref.ordinal)} place={ref} />
            </div>
          </li>
        ))}
      </ol>
      {(size < props.refs.length || props.onWant) && (
        <Button
          size="sm"
          className="mt-2"
          data-more
          onClick={() => {
            props.onWant?.()
            setSize(size + 2 * SENTENCES)
          }}
        >
          {t('more')}
        </Button>
      )}
    </div>
  )
}

function SentencesSkeleton() {
  const t = useTranslations('reviews.evidence')
  return (
    <div role="status" aria-label={t('loading')} className="flex flex-col gap-3 pt-2">
      {['w-full', 'w-11/12', 'w-full', 'w-4/5', 'w-11/12', 'w-3/4'].map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line of a skeleton is its place
        <Skeleton key={index} className={width} />
      ))}
    </div>
  )
}

/** While a draft is edited, what is found in the corpus can become one of its examples. */
function AddButtons({ mention, onAdd }: { mention: MentionRef; onAdd: AddExample }) {
  const t = useTranslations('reviews.evidence')
  return (
    <span className="-ml-1.5 flex">
      <IconButton
        icon={CirclePlus}
        label={t('asExample')}
        size="sm"
        onClick={() => onAdd('positives', mention)}
      />
      <IconButton
        icon={CircleMinus}
        label={t('asCounterExample')}
        size="sm"
        onClick={() => onAdd('negatives', mention)}
      />
    </span>
  )
}
