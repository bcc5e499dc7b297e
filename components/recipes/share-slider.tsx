'use client'

import { Slider } from '@base-ui/react/slider'
import { useFormatter } from 'next-intl'

type Props = {
  label: string
  hint?: string
  /** What the share means, where a percentage does not say it. */
  words?: string
  value: number
  /** Where the share is at most another than 1. */
  max?: number
  /** A CSS colour for what the screen shows in one elsewhere, too. */
  color?: string
  disabled?: boolean
  onChange: (value: number) => void
}

/** A share in steps of a hundredth, with its meaning in words. */
export function ShareSlider({ label, hint, words, value, max = 1, color, disabled, onChange }: Props) {
  const format = useFormatter()
  return (
    <Slider.Root
      value={Math.round(value * 100)}
      min={0}
      max={max * 100}
      disabled={disabled}
      onValueChange={(next) => onChange((next as number) / 100)}
      className="flex flex-col gap-0.5 data-disabled:opacity-55"
    >
      <div className="flex items-baseline justify-between gap-2">
        <Slider.Label className="flex items-center gap-1.5 font-medium text-xs">
          {color && <span aria-hidden className="size-2 rounded-full" style={{ background: color }} />}
          {label}
        </Slider.Label>
        <span className="text-muted text-xs tabular-nums">
          {words ?? format.number(value, { style: 'percent' })}
        </span>
      </div>
      <Slider.Control className="flex h-6 w-full touch-none items-center">
        <Slider.Track className="h-1 w-full rounded-full bg-pressed">
          <Slider.Indicator className="rounded-full bg-accent" />
          <Slider.Thumb className="size-4 rounded-full border-2 border-accent bg-surface has-focus-visible:outline-2 has-focus-visible:outline-offset-2" />
        </Slider.Track>
      </Slider.Control>
      {hint && <p className="text-muted text-xs">{hint}</p>}
    </Slider.Root>
  )
}
