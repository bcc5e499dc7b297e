'use client'

import { Slider } from '@base-ui/react/slider'

type Props = { label: string; hint: string; words: string; value: number; onChange: (value: number) => void }

/** A share from 0 to 1 in steps of a hundredth, with its meaning in words. */
export function ShareSlider({ label, hint, words, value, onChange }: Props) {
  return (
    <Slider.Root
      value={Math.round(value * 100)}
      min={0}
      max={100}
      onValueChange={(next) => onChange((next as number) / 100)}
      className="flex flex-col gap-1"
    >
      <div className="flex items-baseline justify-between gap-2">
        <Slider.Label className="font-medium text-xs">{label}</Slider.Label>
        <span className="text-muted text-xs tabular-nums">{words}</span>
      </div>
      <Slider.Control className="flex h-6 w-full touch-none items-center">
        <Slider.Track className="h-1 w-full rounded-full bg-pressed">
          <Slider.Indicator className="rounded-full bg-accent" />
          <Slider.Thumb className="size-4 rounded-full border-2 border-accent bg-surface has-focus-visible:outline-2 has-focus-visible:outline-offset-2" />
        </Slider.Track>
      </Slider.Control>
      <p className="text-muted text-xs">{hint}</p>
    </Slider.Root>
  )
}
