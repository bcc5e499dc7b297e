'use client'

import { ChevronsUpDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useAssigneeNames } from '@/components/reviews/plans/assignee-names'
import { Button } from '@/components/ui/button'
import { Menu, MenuCheck, MenuLine } from '@/components/ui/menu'
import type { Plans } from '@/lib/reviews/plans/schema'

type Props = {
  kind: string
  assignedTo: readonly string[]
  people: Plans['people']
  isFixed: boolean
  onChange: (assignedTo: string[]) => void
}

/** Who decides: roles and people, several of many; nobody ticked is everybody. */
export function AssigneeMenu({ kind, assignedTo, people, isFixed, onChange }: Props) {
  const t = useTranslations('plans')
  const named = useAssigneeNames(people)
  const toggle = (id: string, checked: boolean) =>
    onChange(checked ? [...assignedTo, id] : assignedTo.filter((one) => one !== id))
  const chosen = named.filter(({ id }) => assignedTo.includes(id))
  const shown =
    assignedTo.length === 0
      ? t('everybody')
      : chosen.length === 1
        ? chosen[0]!.name
        : t('somePeople', { count: assignedTo.length })
  return (
    <Menu
      trigger={
        <Button
          size="sm"
          disabled={isFixed}
          aria-label={`${t('assign', { kind })}: ${shown}`}
          className="w-full justify-between border-line-strong font-normal"
        >
          <span className="truncate">{shown}</span>
          <ChevronsUpDown aria-hidden className="size-3.5 text-muted" />
        </Button>
      }
    >
      <MenuCheck checked={assignedTo.length === 0} onChange={() => onChange([])}>
        {t('everybody')}
      </MenuCheck>
      <MenuLine />
      {named.map(({ id, name }) => (
        <MenuCheck key={id} checked={assignedTo.includes(id)} onChange={(checked) => toggle(id, checked)}>
          {name}
        </MenuCheck>
      ))}
    </Menu>
  )
}
