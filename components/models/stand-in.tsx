'use client'

import { FlaskConical } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { modelsOf } from '@/components/models/connection-draft'
import type { ConnectionView } from '@/lib/connections/schema'

/** Its models say so themselves: the stand-in that comes with Gloss names them all `stand-in…`. */
export function isStandIn({ roles, tested }: Pick<ConnectionView, 'roles' | 'tested'>): boolean {
  return [...modelsOf(roles), ...(tested?.models ?? [])].some(isStandInModel)
}

export function isStandInModel(model: string): boolean {
  return /^stand-in\b/.test(model)
}

/** Says on the screen that what drafts here is no model, unless the frame of every page says it already. */
export function StandInNote({ connections }: { connections: readonly ConnectionView[] }) {
  const t = useTranslations('models.connections')
  const format = useFormatter()
  const found = connections.filter(isStandIn)
  if (found.length === 0) return null
  return (
    <p
      className="hairline-b flex items-start gap-2 bg-waiting-soft px-4 py-2 text-waiting in-data-stand-in:hidden"
      role="note"
    >
      <FlaskConical className="mt-0.5 size-4 shrink-0" aria-hidden />
      <span>
        {t('standInNote', { count: found.length, names: format.list(found.map(({ name }) => name)) })}
      </span>
    </p>
  )
}
