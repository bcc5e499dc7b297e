'use client'

import { Field as Base } from '@base-ui/react/field'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

type Props = {
  label: ReactNode
  hint?: ReactNode
  error?: string | null
  /** For a control that is not a text box of ours, e.g. a Select: its label is then no <label>. */
  name?: string
  optional?: ReactNode
  className?: string
  children: ReactNode
}

/** Label, control, hint and error, tied together for screen readers. */
export function Field({ label, hint, error, name, optional, className, children }: Props) {
  return (
    <Base.Root name={name} invalid={Boolean(error)} className={cn('flex flex-col gap-1', className)}>
      <div className="flex items-baseline justify-between gap-2">
        <Base.Label className="font-medium text-xs">{label}</Base.Label>
        {optional && <span className="text-muted text-xs">{optional}</span>}
      </div>
      {children}
      {error ? (
        <Base.Error match className="text-rejected text-xs">
          {error}
        </Base.Error>
      ) : (
        hint && <Base.Description className="text-muted text-xs">{hint}</Base.Description>
      )}
    </Base.Root>
  )
}
