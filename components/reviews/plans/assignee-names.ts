'use client'

import { useTranslations } from 'next-intl'
import { roles } from '@/lib/projects/model'
import type { Plans } from '@/lib/reviews/plans/schema'

export type Named = { id: string; name: string }

/** Who drafts can be given to: the roles, then the people. */
export function useAssigneeNames(people: Plans['people']): Named[] {
  const t = useTranslations('plans')
  return [
    ...roles.map((role) => ({ id: `role:${role}`, name: t(`roles.${role}`) })),
    ...people.map(({ id, name }) => ({ id, name })),
  ]
}
