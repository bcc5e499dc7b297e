'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { excerptOf } from '@/components/reviews/excerpt'
import { AnnotatedText } from '@/components/ui/annotated-text'
import { Skeleton } from '@/components/ui/skeleton'
import type { InstanceView } from '@/lib/corpora/instances/schema'
import { codePointLength } from '@/lib/tasks/model'

type Place = { start: number; end: number; tail?: { start: number; end: number } | undefined }
type Props = { sentence: InstanceView | undefined; place: Place }

/** So much of a long text is shown at first, where all of it is what is meant: its class. */
const OPENING = 240

/** A sentence of the corpus with what is in focus drawn strongly, at one place or at two, and the other labels faintly. */
export function Sentence({ sentence, place }: Props) {
  const t = useTranslations('reviews')
  const [whole, setWhole] = useState(false)
  if (!sentence) return <Skeleton className="my-1 h-4 w-4/5" />
  const isMarked = ({ start, end }: Place) =>
    sentence.spans.some((span) => span.start === start && span.end === end)
  const isWholeText =
    place.start === 0 && place.end >= codePointLength(sentence.text) && !isMarked(place) && !place.tail
  const places = isWholeText ? [] : [place, ...(place.tail ? [place.tail] : [])]
  const label = place.tail ? '' : t('example.unlabelled')
  const unmarked = places.filter((one) => !isMarked(one))
  const spans = [...sentence.spans, ...unmarked.map(({ start, end }) => ({ start, end, label, plain: true }))]
  const around = places.length
    ? { start: Math.min(...places.map((one) => one.start)), end: Math.max(...places.map((one) => one.end)) }
    : { start: 0, end: Math.min(place.end, OPENING) }
  const excerpt = whole
    ? { text: sentence.text, spans, focus: around, cut: false }
    : excerptOf({ ...sentence, spans }, around)
  const shift = excerpt.focus.start - around.start
  const focus = places.map(({ start, end }) => ({ start: start + shift, end: end + shift }))
  return (
    <>
      <AnnotatedText text={excerpt.text} spans={excerpt.spans} focus={focus} dim whole />
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
