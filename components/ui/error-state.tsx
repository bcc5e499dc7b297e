'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { useErrorText } from '@/components/ui/error-text'

type Props = {
  error: unknown
  retry?: () => void
  /** What was kept, or another next step. */
  children?: ReactNode
  className?: string
}

/** What happened, what was kept, what to do next: in place of what could not be shown. */
export function ErrorState({ error, retry, children, className }: Props) {
  const t = useTranslations('ui')
  const textOf = useErrorText()
  return (
    <div
      role="alert"
      className={cn('mx-auto flex max-w-md flex-col items-center gap-1 px-4 py-16 text-center', className)}
    >
      <CircleAlert className="mb-2 size-6 text-rejected" strokeWidth={1.5} aria-hidden />
      <p className="font-medium">{textOf(error)}</p>
      {children && <div className="text-muted">{children}</div>}
      {retry && (
        <Button className="mt-3" onClick={retry}>
          {t('retry')}
        </Button>
      )}
    </div>
  )
}

/** One line beside a form or a row. Renders nothing without an error. */
export function ErrorLine({ error, className }: { error: unknown; className?: string }) {
  const textOf = useErrorText()
  if (!error) return null
  return (
    <p role="alert" className={cn('flex items-start gap-1.5 text-rejected', className)}>
      <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
      <span>{textOf(error)}</span>
    </p>
  )
}
