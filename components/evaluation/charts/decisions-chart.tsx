'use client'

import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import {
  axisLook,
  CHART_HEIGHT,
  ChartFrame,
  ChartTip,
  gridLook,
  LegendItem,
} from '@/components/evaluation/charts/chart-frame'
import { VerdictFills, verdictFills } from '@/components/evaluation/charts/verdict-fills'
import { useDayName } from '@/components/evaluation/use-day-name'
import type { Bucket } from '@/lib/evaluation/model'
import type { DayFigures } from '@/lib/evaluation/schema'

const VERDICTS = ['approved', 'edited', 'rejected'] as const

type Props = {
  days: readonly DayFigures[]
  bucket: Bucket
  label: string
  hrefOf: (days: DayFigures) => string
}

/** What was decided on each day, week or month: columns of approvals, edits and rejections. A click opens their rows. */
export default function DecisionsChart({ days, bucket, label, hrefOf }: Props) {
  const t = useTranslations('evaluation.verdicts')
  const format = useFormatter()
  const router = useRouter()
  const nameOf = useDayName(bucket)
  return (
    <ChartFrame
      label={label}
      legend={VERDICTS.map((verdict) => (
        <LegendItem key={verdict} mark={<rect width="16" height="10" rx="2" fill={verdictFills[verdict]} />}>
          {t(verdict)}
        </LegendItem>
      ))}
    >
      <VerdictFills />
      <ResponsiveContainer width="100%" height={CHART_HEIGHT}>
        <BarChart
          data={[...days]}
          accessibilityLayer={false}
          margin={{ top: 4, right: 4, bottom: 0, left: 0 }}
          onClick={({ activeIndex }) => {
            const one = days[Number(activeIndex)]
            if (one) router.push(hrefOf(one) as never)
          }}
          className="cursor-pointer"
        >
          <CartesianGrid {...gridLook} />
          <XAxis dataKey="from" {...axisLook} tickFormatter={nameOf} minTickGap={24} />
          <YAxis
            {...axisLook}
            axisLine={false}
            width={40}
            allowDecimals={false}
            tickFormatter={(value: number) => format.number(value, { notation: 'compact' })}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--color-hover)' }}
            content={({ active, payload }) => {
              const one = active ? (payload?.[0]?.payload as DayFigures | undefined) : undefined
              if (!one) return null
              return (
                <ChartTip
                  title={nameOf(one.from)}
                  lines={VERDICTS.map((verdict) => [t(verdict), format.number(one[verdict])])}
                />
              )
            }}
          />
          {VERDICTS.map((verdict) => (
            <Bar
              key={verdict}
              dataKey={verdict}
              stackId="all"
              fill={verdictFills[verdict]}
              stroke="var(--color-canvas)"
              strokeWidth={0.75}
              isAnimationActive={false}
              maxBarSize={28}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </ChartFrame>
  )
}
