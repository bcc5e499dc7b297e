'use client'

import { useTranslations } from 'next-intl'
import { DraftPart } from '@/components/reviews/place-frame'
import type { NodeContent } from '@/lib/artifacts/kinds/node/content'

/** A node as text: its names, its level, what is to be known about it. */
export function NodeText({ content }: { content: NodeContent }) {
  const sections = useTranslations('reviews.sections')
  const t = useTranslations('taxonomy')
  const { level, name, note } = content
  return (
    <div className="reading flex flex-col gap-4">
      <DraftPart title={t(`levels.${level}`)}>
        {name.en && <p className="font-medium">{name.en}</p>}
        {name.zh && (
          <p lang="zh" className="font-medium">
            {name.zh}
          </p>
        )}
      </DraftPart>
      {note && (
        <DraftPart title={sections('note')}>
          <p className="whitespace-pre-wrap">{note}</p>
        </DraftPart>
      )}
    </div>
  )
}
