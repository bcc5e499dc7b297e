'use client'

import dynamic from 'next/dynamic'
import { CHART_HEIGHT } from '@/components/evaluation/charts/chart-frame'

/** As much room as the chart with its legend will take, so that nothing moves when it comes. */
const loading = () => (
  <div aria-hidden className="animate-pulse rounded-md bg-hover" style={{ height: CHART_HEIGHT + 26 }} />
)

// The library that draws is larger than the page: it comes after it.
export const LazyDecisionsChart = dynamic(() => import('@/components/evaluation/charts/decisions-chart'), {
  ssr: false,
  loading,
})
export const LazyLinesChart = dynamic(() => import('@/components/evaluation/charts/lines-chart'), {
  ssr: false,
  loading,
})
