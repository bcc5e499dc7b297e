'use client'

import { cn } from '@/components/ui/cn'
import { useNameOf } from '@/components/ui/label-hue'

type Props = {
  /** What the choice is about, for who cannot see it. */
  label: string
  labels: readonly string[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** Some of the labels of a corpus; what is chosen and no label of it stays, to be taken out. */
export function LabelChoice({ label: name, labels, chosen, onChange }: Props) {
  const nameOf = useNameOf()
  const all = [...labels, ...chosen.filter((one) => !labels.includes(one))]
  return (
    <fieldset aria-label={name} className="flex max-h-40 flex-wrap gap-1 overflow-y-auto">
      {all.map((label) => {
        const isChosen = chosen.includes(label)
        return (
          <button
            key={label}
            type="button"
            title={label}
            aria-pressed={isChosen}
            onClick={() => onChange(isChosen ? chosen.filter((one) => one !== label) : [...chosen, label])}
            className={cn(
              'h-7 max-w-full truncate rounded-md border border-line px-2 text-xs hover:bg-hover max-lg:h-9',
              isChosen && 'border-accent bg-accent-soft text-accent-text',
            )}
          >
            {nameOf(label)}
          </button>
        )
      })}
    </fieldset>
  )
}
