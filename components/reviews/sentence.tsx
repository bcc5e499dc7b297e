'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { excerptOf } from '@/components/reviews/excerpt'
import { AnnotatedText } from '@/components/ui/annotated-text'
import { Skeleton } from '@/components/ui/skeleton'
import type { InstanceView } from '@/lib/corpora/instances/schema'

type Props = { sentence: InstanceView | undefined; start: number; end: number }

/** A sentence of the corpus with the mention in focus drawn strongly and the other labels faintly. */
export function Sentence({ sentence, start, end }: Props) {
  const t = useTranslations('reviews')
  const [whole, setWhole] = useState(false)
  if (!sentence) return <Skeleton className="my-1 h-4 w-4/5" />
  const focus = { start, end }
  const isLabelled = sentence.spans.some((span) => span.start === start && span.end === end)
  const spans = isLabelled
    ? sentence.spans
    : [...sentence.spans, { ...focus, label: t('example.unlabelled'), plain: true }]
  const excerpt = whole
    ? { text: sentence.text, spans, focus, cut: false }
    : excerptOf({ ...sentence, spans }, focus)
  return (
    <>
      <AnnotatedText text={excerpt.text} spans={excerpt.spans} focus={excerpt.focus} dim />
      {excerpt.cut && (
        <button
          type="button"
          className="ml-1 rounded-xs text-accent-text text-xs hover:underline"
          onClick={() => setWhole(true)}
        >
          {t('evidence.expand')}
        </button>
      )}
    </>
  )
}
