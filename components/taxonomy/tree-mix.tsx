'use client'

import { ResponsiveContainer, Tooltip, Treemap } from 'recharts'
import { ChartTip } from '@/components/evaluation/charts/chart-frame'

export type MixPart = { id: string; name: string; size: number; said: string; hue: number }
export type MixGroup = { id: string; name: string; hue: number; children: MixPart[] }

type Drawn = {
  x?: number
  y?: number
  width?: number
  height?: number
  depth?: number
  name?: string
  hue?: number
}

const LEAST_WIDTH = 46
const LEAST_HEIGHT = 18
const SIGN_WIDTH = 6.5
const WIDE_SIGN = 11.5

/** The mix of the tree as areas: a colour for each field, a tile for what hangs directly below it. */
export default function TreeMix({ groups, height }: { groups: MixGroup[]; height: number }) {
  return (
    <ResponsiveContainer width="100%" height={height}>
      <Treemap
        data={groups}
        dataKey="size"
        nameKey="name"
        isAnimationActive={false}
        content={(drawn: Drawn) => <Tile {...drawn} />}
      >
        <Tooltip
          isAnimationActive={false}
          content={({ payload }) => {
            const part = payload?.[0]?.payload as MixPart | undefined
            return part?.said ? <ChartTip title={part.name} lines={[[part.said, '']]} /> : null
          }}
        />
      </Treemap>
    </ResponsiveContainer>
  )
}

function Tile({ x = 0, y = 0, width = 0, height = 0, depth = 0, name = '', hue = 0 }: Drawn) {
  if (depth < 2) return <g />
  const wide = /\p{Script=Han}/u.test(name) ? WIDE_SIGN : SIGN_WIDTH
  const fits = Math.floor((width - 8) / wide)
  const shown = name.length <= fits ? name : `${name.slice(0, Math.max(0, fits - 1))}…`
  return (
    <g>
      <rect
        {...{ x, y, width, height }}
        style={{ fill: `var(--hue-${hue}-tint)`, stroke: 'var(--color-surface)', strokeWidth: 1.5 }}
      />
      {width >= LEAST_WIDTH && height >= LEAST_HEIGHT && (
        <text x={x + 5} y={y + 14} fontSize={11} style={{ fill: `var(--hue-${hue}-ink)` }} stroke="none">
          {shown}
        </text>
      )}
    </g>
  )
}
