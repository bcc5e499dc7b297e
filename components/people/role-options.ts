'use client'

import { useTranslations } from 'next-intl'
import { roles } from '@/lib/projects/model'

/** The roles to choose from, each with what it allows. */
export function useRoleOptions() {
  const names = useTranslations('people.roles')
  const hints = useTranslations('people.roleHints')
  return roles.map((role) => ({ value: role, label: names(role), hint: hints(role) }))
}
