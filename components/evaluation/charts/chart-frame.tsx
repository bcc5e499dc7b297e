import type { ReactNode } from 'react'

export const CHART_HEIGHT = 208

/** What every chart looks like: quiet lines, small words, all from the tokens of the theme. Nothing moves. */
export const axisLook = {
  stroke: 'var(--color-line)',
  tick: { fill: 'var(--color-muted)', fontSize: 11 },
  tickLine: false,
} as const

export const gridLook = { stroke: 'var(--color-line)', vertical: false } as const

/** A chart is one picture with a sentence; who cannot see it reads the table below. */
export function ChartFrame({
  label,
  legend,
  children,
}: {
  label: string
  legend: ReactNode
  children: ReactNode
}) {
  return (
    <figure className="flex flex-col gap-2">
      <figcaption aria-hidden className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-xs">
        {legend}
      </figcaption>
      <div role="img" aria-label={label} style={{ height: CHART_HEIGHT }} className="[&_*]:outline-none">
        {children}
      </div>
    </figure>
  )
}

export function LegendItem({ mark, children }: { mark: ReactNode; children: ReactNode }) {
  return (
    <span className="flex items-center gap-1.5">
      <svg width="16" height="10" aria-hidden>
        {mark}
      </svg>
      {children}
    </span>
  )
}

export function ChartTip({ title, lines }: { title: string; lines: readonly (readonly [string, string])[] }) {
  return (
    <div className="rounded-md bg-surface px-2.5 py-1.5 text-xs shadow-float">
      <p className="font-medium">{title}</p>
      <dl className="grid grid-cols-[auto_auto] gap-x-3">
        {lines.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="text-right tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
