'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { type CSSProperties, Fragment, memo, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { useHueOf, useNameOf } from '@/components/ui/label-hue'
import { firstSegments, layOutSpans, type Segment, type TextSpan } from '@/components/ui/span-layers'

type Props = {
  text: string
  /** Offsets in code points. They may nest and overlap. */
  spans: readonly TextSpan[]
  /** The spans to look at, one or the two of a pair: drawn stronger than the rest. */
  focus?: { start: number; end: number } | readonly { start: number; end: number }[] | null
  /** Draw the spans that are not in focus without tint: only a thin line. */
  dim?: boolean
  onSpanClick?: (span: TextSpan) => void
  /** What was searched for: marked over everything else. */
  hits?: readonly { start: number; end: number }[] | undefined
  /** Without the labels after the spans, where a legend stands beside it. */
  unlabelled?: boolean
  /** All of a very long text at once, where somebody asked for it already. */
  whole?: boolean
  className?: string
}

/** So much of a very long text is drawn at first, or up to behind what there is to look at; so much longer it must be. */
const OPENING = 8000
const BEHIND = 400
/** Deeper spans keep their labels, but take no line: more would push the lines of the text apart. */
const MOST_LINES = 6

/**
 * Text with its spans: the outermost tinted with its label after it, what lies inside or across it underlined in layers, the
 * pieces of an interrupted one tied by a dotted line.
 */
export const AnnotatedText = memo(function AnnotatedText(props: Props) {
  const { onSpanClick, className } = props
  const spans = props.hits?.length ? [...props.spans, ...props.hits.map(asHit)] : props.spans
  const labelHue = useHueOf()
  const nameOf = useNameOf()
  const hueOf = (span: TextSpan) => (span.plain || span.label === '' ? 0 : labelHue(span.label))
  const focused = [props.focus ?? []].flat()
  const isFocus = (span: TextSpan) =>
    focused.some(({ start, end }) => start === span.start && end === span.end)
  const isFaint = (span: TextSpan) => Boolean(props.dim && !isFocus(span))
  const look = { spans, hueOf, isFocus, isFaint }
  const { segments, left, open } = useSegments(props, { spans, focused })
  return (
    <span className={cn('whitespace-pre-wrap', className)}>
      {segments.map((segment) =>
        segment.covers.length === 0 ? (
          segment.text
        ) : (
          <Fragment key={segment.start}>
            <mark
              className="bg-transparent text-inherit"
              style={styleOf(segment, look)}
              data-focus={segment.covers.some(({ span }) => isFocus(spans[span]!)) || undefined}
            >
              {segment.text}
            </mark>
            {!props.unlabelled &&
              segment.closes.map((index, place) => {
                const span = spans[index]!
                return span.label === '' ? null : (
                  <SpanLabel
                    key={index}
                    hue={hueOf(span)}
                    strong={isFocus(span)}
                    ground={styleOf(withoutClosed(segment, place), look)}
                    title={span.plain || nameOf(span.label) === span.label ? undefined : span.label}
                    onClick={onSpanClick && (() => onSpanClick(span))}
                  >
                    {span.plain ? span.label : nameOf(span.label)}
                  </SpanLabel>
                )
              })}
          </Fragment>
        ),
      )}
      {left > 0 && <Rest left={left} onOpen={open} />}
    </span>
  )
})

/** The runs to draw: all, or those of the beginning of a very long text, and how many signs are left. */
function useSegments(
  { text, hits, whole }: Props,
  { spans, focused }: { spans: readonly TextSpan[]; focused: readonly { end: number }[] },
) {
  const [isOpen, setIsOpen] = useState(whole ?? false)
  const all = layOutSpans(text, spans)
  const length = all.at(-1)?.end ?? 0
  const seen = Math.max(OPENING, ...[...focused, ...(hits?.slice(0, 1) ?? [])].map(({ end }) => end + BEHIND))
  const isCut = !isOpen && length > seen + OPENING / 2
  const segments = isCut ? firstSegments(all, seen) : all
  return { segments, left: isCut ? length - seen : 0, open: () => setIsOpen(true) }
}

function Rest({ left, onOpen }: { left: number; onOpen: () => void }) {
  const t = useTranslations('ui.text')
  const format = useFormatter()
  return (
    <>
      {'… '}
      <button
        type="button"
        className="rounded-xs font-sans text-accent-text text-xs hover:underline"
        onClick={onOpen}
      >
        {t('rest', { count: format.number(left) })}
      </button>
    </>
  )
}

function asHit({ start, end }: { start: number; end: number }): TextSpan {
  return { start, end, label: '', plain: true, hit: true }
}

/** What still covers the place after a segment, once its first spans are closed: the label there lies on that. */
function withoutClosed(segment: Segment, place: number): Segment {
  const closed = new Set(segment.closes.slice(0, place + 1))
  return { ...segment, covers: segment.covers.filter(({ span }) => !closed.has(span)), start: -1, end: -1 }
}

type LabelProps = {
  hue: number
  strong: boolean
  /** What lies behind it: the spans that go on. */
  ground: CSSProperties
  title: string | undefined
  onClick?: () => void
  children: string
}

function SpanLabel(props: LabelProps) {
  const classes = cn(
    'inline px-[3px] align-baseline font-sans text-2xs whitespace-nowrap select-none',
    props.strong && 'font-semibold',
  )
  const style = { ...props.ground, color: `var(--hue-${props.hue}-ink)` }
  if (!props.onClick)
    return (
      <span className={classes} style={style} title={props.title}>
        {props.children}
      </span>
    )
  return (
    <button
      type="button"
      className={cn(classes, 'underline-offset-2 hover:underline')}
      style={style}
      title={props.title}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  )
}

type Look = {
  spans: readonly TextSpan[]
  hueOf: (span: TextSpan) => number
  isFocus: (span: TextSpan) => boolean
  isFaint: (span: TextSpan) => boolean
}

const HIT_INK = 'color-mix(in oklch, var(--color-waiting-fill) 38%, transparent)'
const HIT = `linear-gradient(${HIT_INK}, ${HIT_INK})`

/** Lines are background layers from the bottom up, so they take no room and any number fits. */
function styleOf(segment: Segment, look: Look): CSSProperties {
  const lines: string[] = []
  let tinted: TextSpan | undefined
  let depth = 0
  for (const { span: index, layer, tie } of segment.covers) {
    const span = look.spans[index]!
    if (span.hit) {
      lines.unshift(HIT)
      continue
    }
    const isTinted = layer === 0 && !tie && !look.isFaint(span)
    if (isTinted) tinted = span
    if (isTinted && !look.isFocus(span)) continue
    if (layer >= MOST_LINES && !look.isFocus(span)) continue
    const ink = `var(--hue-${look.hueOf(span)}-ink)`
    const thick = look.isFocus(span) ? 2 : 1
    const line = tie ? `90deg, ${ink} 0 2px, transparent 2px 5px` : `${ink}, ${ink}`
    const kind = tie ? 'repeating-linear-gradient' : 'linear-gradient'
    lines.push(`${kind}(${line}) 0 calc(100% - ${depth}px) / 100% ${thick}px no-repeat`)
    depth += thick + 1
  }
  const [left, right] = tinted ? roundsOf(tinted, segment) : [0, 0]
  return {
    background: [...lines, tinted ? `var(--hue-${look.hueOf(tinted)}-tint)` : 'transparent'].join(', '),
    paddingBlock: `1px ${Math.max(1, depth)}px`,
    borderRadius: `${left}px ${right}px ${right}px ${left}px`,
    boxDecorationBreak: 'clone',
    WebkitBoxDecorationBreak: 'clone',
  }
}

/** A tint is round where a piece of its span begins or ends. */
function roundsOf({ start, end, fragments = [[start, end]] }: TextSpan, segment: Segment): [number, number] {
  const begins = fragments.some(([from]) => from === segment.start)
  const ends = fragments.some(([, to]) => to === segment.end)
  return [begins ? 3 : 0, ends ? 3 : 0]
}
