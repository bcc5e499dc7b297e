'use client'

import { useTranslations } from 'next-intl'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'

/** A guideline as text to read. */
export function GuidelineText({ content }: { content: GuidelineContent }) {
  const t = useTranslations('library.item')
  const sections = useTranslations('reviews.sections')
  const { definition, includes, excludes, questions, typical, positives, negatives, language, paraphrases } =
    content
  return (
    <div lang={language} className="reading flex max-w-prose flex-col gap-4">
      <Part title={t('definition')}>
        <p className="whitespace-pre-wrap">{definition}</p>
      </Part>
      <Lines title={t('includes')} lines={includes} />
      <Lines title={t('excludes')} lines={excludes} />
      <Lines title={t('questions')} lines={questions} />
      {typical.length > 0 && (
        <Part title={t('typical')}>
          <ul className="flex flex-wrap gap-1.5">
            {typical.map((mention) => (
              <li key={mention} className="rounded-sm bg-hover px-1.5 text-sm">
                {mention}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Lines title={sections('paraphrasesEn')} lines={paraphrases.en} />
      <Lines title={sections('paraphrasesZh')} lines={paraphrases.zh} />
      <p className="text-muted text-sm">
        {t('examples', { positives: positives.length, negatives: negatives.length })}
      </p>
    </div>
  )
}

function Lines({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null
  return (
    <Part title={title}>
      <ul className="list-disc pl-5 marker:text-muted">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Part>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-medium text-muted text-xs">{title}</h3>
      {children}
    </section>
  )
}
