'use client'

import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import {
  axisLook,
  CHART_HEIGHT,
  ChartFrame,
  ChartTip,
  gridLook,
  LegendItem,
} from '@/components/evaluation/charts/chart-frame'
import { useDayName } from '@/components/evaluation/use-day-name'
import type { Bucket } from '@/lib/evaluation/model'

export type Point = { from: string; values: readonly (number | null)[] }

type Props = {
  points: readonly Point[]
  bucket: Bucket
  label: string
  /** What the lines are, in the order of the values. */
  names: readonly string[]
  say: (value: number) => string
  /** Fixed ends of the scale. */
  domain?: [number | 'auto', number | 'auto']
}

/** Lines differ in stroke and mark as well as in colour. */
const LOOKS = [
  { stroke: 'var(--color-accent-text)', dash: undefined },
  { stroke: 'var(--color-waiting)', dash: '5 3' },
] as const

/** Figures over time as lines; where there is none the line ends. */
export default function LinesChart({ points, bucket, label, names, say, domain }: Props) {
  const nameOf = useDayName(bucket)
  return (
    <ChartFrame
      label={label}
      legend={names.map((name, at) => (
        <LegendItem
          key={name}
          mark={
            <line
              x1="0"
              x2="16"
              y1="5"
              y2="5"
              stroke={LOOKS[at]!.stroke}
              strokeWidth="2"
              strokeDasharray={LOOKS[at]!.dash}
            />
          }
        >
          {name}
        </LegendItem>
      ))}
    >
      <ResponsiveContainer width="100%" height={CHART_HEIGHT}>
        <LineChart
          data={[...points]}
          accessibilityLayer={false}
          margin={{ top: 4, right: 8, bottom: 0, left: 0 }}
        >
          <CartesianGrid {...gridLook} />
          <XAxis dataKey="from" {...axisLook} tickFormatter={nameOf} minTickGap={24} />
          <YAxis {...axisLook} axisLine={false} width={48} tickFormatter={say} {...(domain && { domain })} />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--color-line-strong)' }}
            content={({ active, payload }) => {
              const one = active ? (payload?.[0]?.payload as Point | undefined) : undefined
              if (!one) return null
              return (
                <ChartTip
                  title={nameOf(one.from)}
                  lines={names.map((name, at) => [name, one.values[at] == null ? '–' : say(one.values[at])])}
                />
              )
            }}
          />
          {names.map((name, at) => (
            <Line
              key={name}
              dataKey={(point: Point) => point.values[at]}
              name={name}
              stroke={LOOKS[at]!.stroke}
              strokeWidth={1.75}
              {...(LOOKS[at]!.dash && { strokeDasharray: LOOKS[at]!.dash })}
              dot={{
                r: 2,
                strokeWidth: 1.5,
                strokeDasharray: '',
                fill: at === 0 ? LOOKS[at]!.stroke : 'var(--color-canvas)',
              }}
              activeDot={{ r: 4 }}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </ChartFrame>
  )
}
