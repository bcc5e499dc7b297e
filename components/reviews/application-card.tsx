'use client'

import { Check, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { AnswerView } from '@/components/corpora/answer-view'
import type { Mark } from '@/components/reviews/application-marks'
import { type AppliedSides, sidesOf } from '@/components/reviews/application-sides'
import { useDeskKeys } from '@/components/reviews/keys/keys.query'
import { AnnotatedText } from '@/components/ui/annotated-text'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Input } from '@/components/ui/input'
import { Kbd } from '@/components/ui/kbd'
import { isComposing } from '@/components/ui/screen-keys'
import type { ApplicationView } from '@/lib/artifacts/schema'

type Props = {
  item: ApplicationView
  current: boolean
  mark: Mark | undefined
  asking: boolean
  onLook: () => void
  onMark: (right: boolean) => void
  /** With every letter: it is kept as it is typed. */
  onReason: (reason: string) => void
  onReasonDone: () => void
}

/** One application: the gold before, the answer after, what changed marked, and the reviewer's mark. */
export function ApplicationCard(props: Props) {
  const t = useTranslations('reviews.rule')
  const { item, mark, current } = props
  const sides = sidesOf(item)
  return (
    <li
      data-application={item.ordinal}
      aria-current={current || undefined}
      onPointerEnter={props.onLook}
      className={cn('hairline-b -mx-4 flex flex-col gap-2 px-4 py-3', current && 'bg-hover')}
    >
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-mono text-2xs text-muted">{`#${item.ordinal}`}</span>
        {item.why.map((why) => (
          <Badge key={why}>{t(`why.${why}`)}</Badge>
        ))}
        <span className="flex-1" />
        <MarkButton right pressed={mark?.right === true} onPress={() => props.onMark(true)} />
        <MarkButton right={false} pressed={mark?.right === false} onPress={() => props.onMark(false)} />
      </div>
      {item.question && <p className="reading font-medium">{item.question}</p>}
      <ApplicationSides sides={sides} />
      {mark?.right === false &&
        (props.asking ? (
          <ReasonField reason={mark.reason} onReason={props.onReason} onDone={props.onReasonDone} />
        ) : (
          <p className="text-rejected text-sm">{mark.reason || t('reasonMissing')}</p>
        ))}
    </li>
  )
}

/** Gold before and answer after, side by side. */
export function ApplicationSides({ sides }: { sides: AppliedSides }) {
  const t = useTranslations('reviews.rule')
  return (
    <div className="grid gap-x-5 gap-y-2 sm:grid-cols-2">
      {(['before', 'after'] as const).map((side) => (
        <section key={side} aria-label={t(side)} className="min-w-0">
          <h4 className="text-muted text-xs">{t(side)}</h4>
          <p className="reading [overflow-wrap:anywhere]">
            <AnnotatedText text={sides.text} spans={sides[side].spans} />
          </p>
          <AnswerView answer={sides[side].lists} />
        </section>
      ))}
    </div>
  )
}

function MarkButton({ right, pressed, onPress }: { right: boolean; pressed: boolean; onPress: () => void }) {
  const t = useTranslations('reviews.rule')
  const keyOf = useDeskKeys()
  const Icon = right ? Check : X
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={cn(
        'inline-flex h-7 items-center gap-1 rounded-md px-1.5 text-muted text-xs hover:bg-pressed max-lg:h-11 max-lg:px-3',
        right
          ? 'aria-pressed:bg-approved-soft aria-pressed:text-approved'
          : 'aria-pressed:bg-rejected-soft aria-pressed:text-rejected',
      )}
    >
      <Icon className="size-4" aria-hidden />
      {t(right ? 'right' : 'wrong')}
      <Kbd keys={keyOf(right ? 'right' : 'wrong')} className="max-lg:hidden" />
    </button>
  )
}

/** Why an application is wrong, in a few words: it becomes the reason of an exception. */
function ReasonField(props: { reason: string; onReason: (reason: string) => void; onDone: () => void }) {
  const t = useTranslations('reviews.rule')
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="flex items-center gap-2">
      <Input
        ref={box}
        value={props.reason}
        maxLength={300}
        aria-label={t('reason')}
        placeholder={t('reasonHint')}
        className="h-7"
        onChange={(event) => props.onReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return
          if (event.key === 'Enter' || event.key === 'Escape') props.onDone()
        }}
      />
      <Button size="sm" onClick={props.onDone}>
        {t('keepReason')}
      </Button>
    </div>
  )
}
