import { cn } from '@/components/ui/cn'

type Props = {
  /** Said aloud, and shown when pointed at. */
  label: string
  text: string
  /** 0 to 1. */
  share: number
  /** How sure it is: the bounds, drawn as a line through the end of the bar. */
  low?: number | null
  high?: number | null
  className?: string
}

/** A figure as a bar with its number, and with how far it may be off. */
export function ShareBar({ label, text, share, low, high, className }: Props) {
  const at = (part: number) => `${Math.max(0, Math.min(1, part)) * 100}%`
  return (
    <span
      className={cn('grid grid-cols-[minmax(3rem,1fr)_3.5rem] items-center gap-2', className)}
      title={label}
    >
      <span role="img" aria-label={label} className="relative block h-2 rounded-xs bg-pressed">
        <span className="block h-full rounded-xs bg-accent opacity-60" style={{ width: at(share) }} />
        {low != null && high != null && (
          <span
            className="absolute top-1/2 h-px bg-fg"
            style={{ left: at(low), width: `calc(${at(high)} - ${at(low)})` }}
          />
        )}
      </span>
      <span className="text-right tabular-nums" aria-hidden>
        {text}
      </span>
    </span>
  )
}
