'use client'

import { AlertDialog as Base } from '@base-ui/react/alert-dialog'
import { useTranslations } from 'next-intl'
import type { ReactElement, ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { popupClasses, scrimClasses } from '@/components/ui/dialog'

type Props = {
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  title: ReactNode
  /** What will happen, and what will not. */
  description: ReactNode
  confirm: string
  cancel?: string
  danger?: boolean
  onConfirm: () => void
}

/** Says what a deed will do before it is done. */
export function AlertDialog({ trigger, open, onOpenChange, title, description, danger, ...props }: Props) {
  const t = useTranslations('ui')
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={scrimClasses} />
        <Base.Popup className={cn(popupClasses, 'max-w-sm gap-1 p-4')}>
          <Base.Title className="font-semibold text-base">{title}</Base.Title>
          <Base.Description className="text-muted" render={<div />}>
            {description}
          </Base.Description>
          <footer className="flex justify-end gap-2 pt-3">
            <Base.Close render={<Button>{props.cancel ?? t('cancel')}</Button>} />
            <Base.Close
              render={<Button variant={danger ? 'danger' : 'primary'} />}
              onClick={() => props.onConfirm()}
            >
              {props.confirm}
            </Base.Close>
          </footer>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
