'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactElement, ReactNode, RefObject } from 'react'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'

export const scrimClasses =
  'fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0'
export const popupClasses =
  'fixed top-[12vh] left-1/2 z-50 flex max-h-[76vh] w-[calc(100vw-2rem)] -translate-x-1/2 flex-col rounded-lg bg-surface shadow-float outline-none transition-[opacity,scale] data-ending-style:scale-[0.98] data-ending-style:opacity-0 data-starting-style:scale-[0.98] data-starting-style:opacity-0'

type Props = {
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  title: ReactNode
  description?: ReactNode
  /** Buttons at the foot; the deed last. */
  actions?: ReactNode
  wide?: boolean
  /** For a form with what comes of it beside it. */
  broad?: boolean
  /** What has the focus at first, where that is not the first control. */
  initialFocus?: RefObject<HTMLElement | null>
  children?: ReactNode
}

/** Something to fill in or look at without leaving the page. */
export function Dialog({
  trigger,
  open,
  onOpenChange,
  title,
  description,
  actions,
  wide,
  broad,
  initialFocus,
  children,
}: Props) {
  const t = useTranslations('ui')
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={scrimClasses} />
        <Base.Popup
          initialFocus={initialFocus}
          className={cn(
            popupClasses,
            wide ? 'max-w-3xl' : 'max-w-md',
            broad && 'top-[6vh] max-h-[88vh] max-w-6xl',
          )}
        >
          <header className="flex items-start gap-2 py-3 pr-2 pl-4">
            <div className="min-w-0 flex-1">
              <Base.Title className="font-semibold text-base">{title}</Base.Title>
              {description && <Base.Description className="text-muted">{description}</Base.Description>}
            </div>
            <Base.Close render={<IconButton icon={X} label={t('close')} size="sm" silent />} />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-4">{children}</div>
          {actions && <footer className="hairline-t flex justify-end gap-2 px-4 py-3">{actions}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

/** Closes the dialog it stands in: `<DialogClose render={<Button>…</Button>} />`. */
export const DialogClose = Base.Close
