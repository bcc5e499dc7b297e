'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode, Ref } from 'react'
import { DeskColumn } from '@/components/reviews/desk-columns'
import { DraftHeading } from '@/components/reviews/draft-heading'
import { HistoryPane } from '@/components/reviews/history-pane'
import type { DeskItem } from '@/lib/reviews/schema'

type Props = {
  ref?: Ref<HTMLElement>
  item: DeskItem
  progress: { at: number; of: number }
  /** The draft, as text or as a form. */
  children: ReactNode
  evidence: ReactNode
}

/** The three columns of a place: the draft, what speaks for or against it, what was before. */
export function PlaceFrame({ ref, item, progress, children, evidence }: Props) {
  const t = useTranslations('reviews.desk.parts')
  return (
    <>
      <DeskColumn part="draft" label={t('draft')}>
        <article ref={ref} tabIndex={-1} className="outline-none" data-version={item.version.id}>
          <DraftHeading item={item} progress={progress} />
          {children}
        </article>
      </DeskColumn>
      <DeskColumn part="evidence" label={t('evidence')} bare>
        {evidence}
      </DeskColumn>
      <DeskColumn part="history" label={t('history')}>
        <HistoryPane item={item} />
      </DeskColumn>
    </>
  )
}

/** A part of a draft with its name above it. */
export function DraftPart({
  title,
  aside,
  children,
}: {
  title: string
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <section aria-label={title}>
      <h3 className="flex items-baseline gap-2 pb-0.5 font-medium text-muted text-xs">
        {title}
        {aside && <span className="font-normal">{aside}</span>}
      </h3>
      {children}
    </section>
  )
}
