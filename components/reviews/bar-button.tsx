'use client'

import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { Kbd } from '@/components/ui/kbd'
import { ariaKeys } from '@/components/ui/screen-keys'

type Props = {
  icon?: LucideIcon
  keys: string
  tone?: 'approved' | 'edited' | 'rejected'
  disabled?: boolean
  onPress: () => void
  children: ReactNode
}

const TONES = {
  approved: 'text-approved',
  edited: 'text-edited',
  rejected: 'text-rejected',
}

/** One deed of the bar with its key; on a telephone an icon over a word, big enough for a thumb. */
export function BarButton({ icon: Icon, keys, tone, disabled, onPress, children }: Props) {
  return (
    <button
      type="button"
      aria-keyshortcuts={ariaKeys(keys)}
      disabled={disabled}
      onClick={onPress}
      className="inline-flex h-8 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-md px-2.5 outline-offset-[-2px] hover:bg-hover active:bg-pressed disabled:opacity-50 max-lg:h-13 max-lg:min-w-16 max-lg:flex-1 max-lg:flex-col max-lg:justify-center max-lg:gap-0.5 max-lg:px-1 max-lg:text-xs"
    >
      {Icon && <Icon className={cn('size-4 max-lg:size-5', tone && TONES[tone])} aria-hidden />}
      <span>{children}</span>
      <Kbd keys={keys} className="max-lg:hidden" />
    </button>
  )
}
