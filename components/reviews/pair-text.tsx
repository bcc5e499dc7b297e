'use client'

import { useTranslations } from 'next-intl'
import { DraftPart } from '@/components/reviews/place-frame'
import { Badge } from '@/components/ui/badge'
import { MarkdownText } from '@/components/ui/markdown-text'
import type { PairContent } from '@/lib/artifacts/kinds/pair/content'

/** A question and its answer to be read. */
export function PairText({ content }: { content: PairContent }) {
  const t = useTranslations('reviews')
  const { question, answer, language, strategy, subject } = content
  return (
    <div className="flex flex-col gap-5">
      <p className="flex flex-wrap items-center gap-1.5">
        <Badge tone={strategy === 's2' ? 'accent' : 'neutral'}>{t(`pair.strategies.${strategy}`)}</Badge>
        <span className="text-muted text-xs">{subject.path.join(' › ')}</span>
      </p>
      <DraftPart title={t('sections.question')}>
        <MarkdownText text={question} lang={language} />
      </DraftPart>
      <DraftPart title={t('sections.answer')}>
        <MarkdownText text={answer} lang={language} />
      </DraftPart>
    </div>
  )
}
