'use client'

import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

export type Tab<Value extends string = string> = {
  value: Value
  label: ReactNode
  count?: ReactNode
  panel: ReactNode
}

type Props<Value extends string> = {
  label: string
  tabs: readonly Tab<Value>[]
  value?: Value
  onChange?: (value: Value) => void
  className?: string
  panelClassName?: string
  listClassName?: string
}

export function Tabs<Value extends string>({
  label,
  tabs,
  value,
  onChange,
  className,
  panelClassName,
  listClassName,
}: Props<Value>) {
  return (
    <Base.Root
      value={value}
      defaultValue={tabs[0]?.value}
      onValueChange={(next) => onChange?.(next as Value)}
      className={cn('flex min-h-0 flex-col', className)}
    >
      <Base.List
        aria-label={label}
        className={cn('hairline-b relative flex shrink-0 gap-4 overflow-x-auto px-4', listClassName)}
        activateOnFocus
      >
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className="flex h-9 items-center gap-1.5 whitespace-nowrap text-muted outline-offset-[-3px] hover:text-fg data-active:font-medium data-active:text-fg"
          >
            {tab.label}
            {tab.count !== undefined && <span className="text-muted text-xs">{tab.count}</span>}
          </Base.Tab>
        ))}
        <Base.Indicator className="absolute bottom-0 left-(--active-tab-left) h-0.5 w-(--active-tab-width) bg-accent transition-[left,width]" />
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className={cn('min-h-0 flex-1', panelClassName)}>
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
