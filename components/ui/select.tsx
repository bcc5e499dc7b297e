'use client'

import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { controlClasses } from '@/components/ui/input'

export type Option<Value extends string = string> = { value: Value; label: string; hint?: ReactNode }

type Props<Value extends string> = {
  value: Value | null
  onChange: (value: Value) => void
  options: readonly Option<Value>[]
  placeholder?: string
  /** Needed outside a Field. */
  label?: string
  size?: 'sm' | 'md'
  /** Without a border until it is pointed at: in rows and toolbars. */
  quiet?: boolean
  disabled?: boolean
  className?: string
}

export function Select<Value extends string>({
  value,
  onChange,
  options,
  placeholder,
  label,
  size = 'md',
  quiet,
  disabled,
  className,
}: Props<Value>) {
  return (
    <Base.Root
      items={options}
      value={value}
      onValueChange={(next) => next !== null && onChange(next as Value)}
      disabled={disabled}
    >
      <Base.Trigger
        aria-label={label}
        className={cn(
          controlClasses,
          'inline-flex w-auto items-center justify-between gap-2 pr-1.5 text-left',
          size === 'sm' ? 'h-7 text-xs' : 'h-8',
          quiet && 'border-transparent bg-transparent hover:border-line-strong hover:bg-surface',
          className,
        )}
      >
        <Base.Value className="truncate data-placeholder:text-muted" placeholder={placeholder} />
        <Base.Icon className="text-muted">
          <ChevronsUpDown className="size-3.5" aria-hidden />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner align="start" sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <Base.Popup className="max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto rounded-md bg-surface p-1 text-sm shadow-float outline-none">
            <Base.List>
              {options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  className="grid cursor-default grid-cols-[1rem_1fr] items-start gap-x-1.5 rounded-sm py-1 pr-3 pl-1.5 outline-none select-none data-highlighted:bg-hover"
                >
                  <Base.ItemIndicator className="col-start-1 pt-0.5">
                    <Check className="size-4 text-accent-text" aria-hidden />
                  </Base.ItemIndicator>
                  <Base.ItemText className="col-start-2">{option.label}</Base.ItemText>
                  {option.hint && <span className="col-start-2 text-muted text-xs">{option.hint}</span>}
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
