'use client'

import { type CSSProperties, memo } from 'react'
import { cn } from '@/components/ui/cn'
import { useHueOf } from '@/components/ui/label-hue'
import { layOutSpans, type Segment, type TextSpan } from '@/components/ui/span-layers'

type Props = {
  text: string
  /** Offsets in code points. They may nest and overlap. */
  spans: readonly TextSpan[]
  /** The span to look at: drawn stronger than the rest. */
  focus?: { start: number; end: number } | null
  /** Draw the spans that are not in focus without tint: only a thin line. */
  dim?: boolean
  onSpanClick?: (span: TextSpan) => void
  /** Without the labels after the spans, where a legend stands beside it. */
  unlabelled?: boolean
  className?: string
}

/** Text with its spans: the outermost tinted with its label after it, what lies inside or across it underlined in layers. */
export const AnnotatedText = memo(function AnnotatedText(props: Props) {
  const { text, spans, onSpanClick, className } = props
  const hueOf = useHueOf()
  const isFocus = (span: TextSpan) => props.focus?.start === span.start && props.focus.end === span.end
  const isFaint = (span: TextSpan) => Boolean(props.dim && !isFocus(span))
  return (
    <span className={cn('whitespace-pre-wrap', className)}>
      {layOutSpans(text, spans).map((segment) =>
        segment.covers.length === 0 ? (
          segment.text
        ) : (
          <span key={segment.start}>
            <mark
              className="bg-transparent text-inherit"
              style={styleOf(segment, spans, { hueOf, isFocus, isFaint })}
              data-focus={segment.covers.some(({ span }) => isFocus(spans[span]!)) || undefined}
            >
              {segment.text}
            </mark>
            {segment.closes.map((index) => {
              const span = spans[index]!
              if (props.unlabelled) return null
              return (
                <SpanLabel
                  key={index}
                  hue={hueOf(span.label)}
                  strong={isFocus(span)}
                  onClick={onSpanClick && (() => onSpanClick(span))}
                >
                  {span.label}
                </SpanLabel>
              )
            })}
          </span>
        ),
      )}
    </span>
  )
})

function SpanLabel(props: { hue: number; strong: boolean; onClick?: () => void; children: string }) {
  const classes = cn(
    'mr-0.5 ml-px inline rounded-xs px-0.5 align-baseline font-sans text-2xs whitespace-nowrap select-none',
    props.strong && 'font-semibold',
  )
  const style = { color: `var(--hue-${props.hue}-ink)` }
  if (!props.onClick)
    return (
      <span className={classes} style={style}>
        {props.children}
      </span>
    )
  return (
    <button
      type="button"
      className={cn(classes, 'underline-offset-2 hover:underline')}
      style={style}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  )
}

type Look = {
  hueOf: (label: string) => number
  isFocus: (span: TextSpan) => boolean
  isFaint: (span: TextSpan) => boolean
}

/** Lines are background layers from the bottom up, so they take no room and any number fits. */
function styleOf(segment: Segment, spans: readonly TextSpan[], look: Look): CSSProperties {
  const lines: string[] = []
  let tint: string | undefined
  let depth = 0
  for (const { span: index, layer } of segment.covers) {
    const span = spans[index]!
    const hue = look.hueOf(span.label)
    const tinted = layer === 0 && !look.isFaint(span)
    if (tinted) tint = `var(--hue-${hue}-tint)`
    if (tinted && !look.isFocus(span)) continue
    const ink = `var(--hue-${hue}-ink)`
    const thick = look.isFocus(span) ? 2 : 1
    lines.push(`linear-gradient(${ink}, ${ink}) 0 calc(100% - ${depth}px) / 100% ${thick}px no-repeat`)
    depth += thick + 2
  }
  return {
    background: [...lines, tint ?? 'transparent'].join(', '),
    paddingBottom: depth > 0 ? Math.max(1, depth - 1) : 1,
    paddingTop: 1,
    borderRadius: 3,
    boxDecorationBreak: 'clone',
    WebkitBoxDecorationBreak: 'clone',
  }
}
