'use client'

import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

type Props = {
  title: string
  /** How many of its knobs do not stand as they stand at first. */
  changed: number
  children: ReactNode
}

/** Knobs that one rarely turns, folded away; the head says when some are turned. */
export function KnobGroup({ title, changed, children }: Props) {
  const t = useTranslations('recipes')
  return (
    <details className="group hairline-t">
      <summary className="flex h-9 cursor-default list-none items-center gap-1.5 rounded-sm hover:text-fg">
        <ChevronRight className="size-3.5 text-muted transition-transform group-open:rotate-90" aria-hidden />
        <span className="font-medium">{title}</span>
        <span className="flex-1" />
        {changed > 0 && <span className="text-muted text-xs">{t('turned', { count: changed })}</span>}
      </summary>
      <div className="flex flex-col gap-3 pt-1 pb-4">{children}</div>
    </details>
  )
}
