'use client'

import { useTranslations } from 'next-intl'
import { type PairTyping, pairSections } from '@/components/reviews/pair-typist'
import { DraftPart } from '@/components/reviews/place-frame'
import { TypingState } from '@/components/reviews/typing-state'
import { Textarea } from '@/components/ui/textarea'

/** Question and answer as they are written, Markdown and all. */
export default function PairForm({ typing, lang }: { typing: PairTyping; lang: string }) {
  const t = useTranslations('reviews.sections')
  const { typed, problems, type } = typing
  return (
    <div className="flex flex-col gap-4">
      {pairSections.map((section, at) => {
        const problem = problems.find((one) => one.section === section)?.message
        return (
          <DraftPart key={section} title={t(section)}>
            <Textarea
              autoFocus={at === 0}
              lang={lang}
              aria-label={t(section)}
              value={typed[section]}
              aria-invalid={problem ? true : undefined}
              className={section === 'answer' ? 'min-h-48' : 'min-h-20'}
              onChange={(event) => type({ [section]: event.currentTarget.value })}
            />
            {problem && (
              <p role="alert" className="pt-0.5 text-rejected text-xs">
                {problem}
              </p>
            )}
          </DraftPart>
        )
      })}
      <TypingState typing={typing} />
    </div>
  )
}
