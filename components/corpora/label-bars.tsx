'use client'

import { useFormatter } from 'next-intl'
import { LabelTag, useHueOf } from '@/components/ui/label-hue'
import type { LabelCount } from '@/lib/corpora/model'

/** Labels with how often each occurs, as bars. */
export function LabelBars({ labels }: { labels: readonly LabelCount[] }) {
  const format = useFormatter()
  const hueOf = useHueOf()
  const most = Math.max(1, ...labels.map(({ items }) => items))
  return (
    <ul className="grid max-w-3xl grid-cols-[minmax(6rem,max-content)_minmax(0,1fr)_max-content] items-center gap-x-3 gap-y-1">
      {labels.map(({ label, items }) => (
        <li key={label} className="contents">
          <span className="justify-self-start">
            <LabelTag label={label} />
          </span>
          <span
            className="h-2 rounded-xs"
            style={{
              width: `${(items / most) * 100}%`,
              background: `var(--hue-${hueOf(label)}-ink)`,
              opacity: 0.55,
            }}
          />
          <span className="text-right text-muted tabular-nums">{format.number(items)}</span>
        </li>
      ))}
    </ul>
  )
}
