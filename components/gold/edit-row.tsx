'use client'

import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { IconButton } from '@/components/ui/icon-button'

/** One thing of a gold in a list, with what takes it out. */
export function EditRow({
  as: Row = 'li',
  name,
  onRemove,
  children,
}: {
  /** The head of something that is in a list itself. */
  as?: 'li' | 'div'
  name: string
  onRemove: () => void
  children: ReactNode
}) {
  const t = useTranslations('gold')
  return (
    <Row className="hairline-b flex flex-wrap items-center gap-2 py-1">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">{children}</div>
      <IconButton icon={Trash2} label={t('remove', { name })} size="sm" onClick={onRemove} />
    </Row>
  )
}
