import { cn } from '@/components/ui/cn'

/** A week (or any short run) as bars; `label` says it in words for those who do not see it. */
export function Sparkline({
  values,
  label,
  className,
}: {
  values: readonly number[]
  label: string
  className?: string
}) {
  const most = Math.max(1, ...values)
  const height = (value: number) => (value === 0 ? 1 : 2 + (value / most) * 18)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${values.length * 6 - 2} 20`}
      className={cn('h-5 w-auto', className)}
    >
      {values.map((value, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a day is its place in the run
          key={index}
          x={index * 6}
          y={20 - height(value)}
          width={4}
          height={height(value)}
          rx={1}
          className={value === 0 ? 'fill-line' : 'fill-accent'}
        />
      ))}
    </svg>
  )
}
