'use client'

import { useTranslations } from 'next-intl'
import { sectionsOf } from '@/components/reviews/content-sections'
import { DeskColumn } from '@/components/reviews/desk-columns'
import { DraftHeading } from '@/components/reviews/draft-heading'
import { HistoryPane } from '@/components/reviews/history-pane'
import type { PlaceProps } from '@/components/reviews/place-props'
import { useReadingKeys } from '@/components/reviews/use-reading-keys'
import type { DeskItem } from '@/lib/reviews/schema'

const noop = () => {}

/** A draft as its parts, one below the other. */
export function PlainPlace(props: Omit<PlaceProps, 'item'> & { item: DeskItem }) {
  const { item, session, mode, lost } = props
  const t = useTranslations('reviews')
  useReadingKeys({ mode, lost, session, next: noop, previous: noop, edit: noop, save: noop, leave: noop })
  return (
    <>
      <DeskColumn part="draft" label={t('desk.parts.draft')}>
        <article tabIndex={-1} className="outline-none" data-version={item.version.id}>
          <DraftHeading item={item} progress={props.progress} />
          <div className="reading flex flex-col gap-4">
            {sectionsOf(item.version).map(
              ({ section, lines, language }) =>
                lines.length > 0 && (
                  <section key={section} lang={language}>
                    <h3 className="pb-0.5 font-medium text-muted text-xs">{t(`sections.${section}`)}</h3>
                    {lines.map((line) => (
                      <p key={line}>{line}</p>
                    ))}
                  </section>
                ),
            )}
          </div>
        </article>
      </DeskColumn>
      <DeskColumn part="evidence" label={t('desk.parts.evidence')}>
        {null}
      </DeskColumn>
      <DeskColumn part="history" label={t('desk.parts.history')}>
        <HistoryPane item={item} />
      </DeskColumn>
    </>
  )
}
