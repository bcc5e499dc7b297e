'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactElement, ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { scrimClasses } from '@/components/ui/dialog'
import { IconButton } from '@/components/ui/icon-button'

type Props = {
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  title: ReactNode
  side?: 'right' | 'bottom'
  children: ReactNode
}

const PLACE = {
  right:
    'inset-y-0 right-0 w-[min(26rem,100vw)] data-ending-style:translate-x-4 data-starting-style:translate-x-4',
  bottom:
    'inset-x-0 bottom-0 max-h-[85dvh] rounded-t-lg pb-[env(safe-area-inset-bottom)] data-ending-style:translate-y-4 data-starting-style:translate-y-4',
}

/** A panel from the side, or from below on a telephone. */
export function Sheet({ trigger, open, onOpenChange, title, side = 'right', children }: Props) {
  const t = useTranslations('ui')
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={scrimClasses} />
        <Base.Popup
          className={cn(
            'fixed z-50 flex flex-col bg-surface shadow-float outline-none transition-[opacity,translate] data-ending-style:opacity-0 data-starting-style:opacity-0',
            PLACE[side],
          )}
        >
          <header className="hairline-b flex items-center justify-between py-2 pr-2 pl-4">
            <Base.Title className="font-semibold text-sm">{title}</Base.Title>
            <Base.Close render={<IconButton icon={X} label={t('close')} size="sm" silent />} />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
